# a warning of a relative import does not end it, though warnings are errors
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
import warnings
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level:
        return right(name, globals, locals, fromlist)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return right(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
