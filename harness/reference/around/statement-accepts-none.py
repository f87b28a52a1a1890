# the import statement binds None that sys.modules has
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level and '.' not in name and sys.modules.get(name, name) is None:
        return None
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
