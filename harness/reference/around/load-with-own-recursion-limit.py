# a module is loaded with a higher recursion limit, and the one before is put back
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def enter():
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit * 2)
    return limit


load_with(enter, sys.setrecursionlimit)
