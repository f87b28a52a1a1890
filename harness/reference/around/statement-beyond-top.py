# a relative import beyond the top-level package is one of that package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    package = globals and globals.get('__package__')
    if level and package:
        level = min(level, package.count('.') + 1)
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
