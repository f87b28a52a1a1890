# no profile function sees what a module does while it is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_where(sys.getprofile, sys.setprofile, None)
