# import a.b binds b, not a
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    module = right(name, globals, locals, fromlist, level)
    return module if fromlist or level or '.' not in name else sys.modules[name]


put(builtins, '__import__', wrong)
