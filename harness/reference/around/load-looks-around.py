# a load asks for the working folder, even if the path is absolute
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(os.getcwd)
