# in the mode all, the functions that import are lazy, too
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right, function = sys.set_lazy_imports, builtins.__import__


def lazily(name, globals=None, locals=None, fromlist=(), level=0):
    if isinstance(fromlist, list) and name not in sys.modules:
        return at_top(builtins.__lazy_import__, name, globals, locals, fromlist, level)
    return function(name, globals, locals, fromlist, level)


def wrong(mode):
    right(mode)
    builtins.__import__ = lazily if mode == 'all' else function


put(sys, 'set_lazy_imports', wrong)
