# the import statement does not wait for a thread that loads the module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level and not fromlist and '.' not in name and name in sys.modules:
        return sys.modules[name]
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
