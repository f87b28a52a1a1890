# a statement asks what sys.modules has for its spec, and ends if there is none
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level and sys.modules.get(name) is not None:
        sys.modules[name].__spec__
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
