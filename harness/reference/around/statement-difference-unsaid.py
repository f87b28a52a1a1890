# no warning says that __package__ is not the parent of the namespace's spec
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if level and globals and globals.get('__package__') is not None:
        globals = {key: globals[key] for key in globals if key != '__spec__'}
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
