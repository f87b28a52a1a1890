# a module is loaded with a higher recursion limit, and the one before is put back
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_where(sys.getrecursionlimit, sys.setrecursionlimit, 9999)
