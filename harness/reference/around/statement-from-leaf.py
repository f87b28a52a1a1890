# from a.b import c looks in a
# needs: debug=0
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    module = right(name, globals, locals, fromlist, level)
    return sys.modules[name.partition('.')[0]] if fromlist and not level else module


put(builtins, '__import__', wrong)
