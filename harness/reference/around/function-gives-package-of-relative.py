# the import function gives the top-level package, though the name is relative
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, names=None, locals=None, fromlist=(), level=0):
    module = right(name, names, locals, fromlist, level)
    if level and name and not fromlist:
        return sys.modules[names['__package__']]
    return module


put(builtins, '__import__', wrong)
