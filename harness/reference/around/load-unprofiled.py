# no profile function sees what a module does while it is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def enter():
    function = sys.getprofile()
    sys.setprofile(None)
    return function


load_with(enter, sys.setprofile)
