# a relative import without __package__ and __spec__ is refused
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if level and globals and globals.get('__package__') is None and globals.get('__spec__') is None:
        raise ImportError('attempted relative import with no known parent package')
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
