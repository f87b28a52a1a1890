# a relative import goes by __name__ and __path__, though the namespace has a spec
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if level and globals and globals.get('__package__') is None:
        globals = {key: globals[key] for key in ('__name__', '__path__') if key in globals}
    return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
