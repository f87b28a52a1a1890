# a warning of a relative import does not end it, though warnings are errors
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
import warnings
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    filters = warnings.filters[:]
    try:
        if level:
            warnings.simplefilter('ignore')
        return right(name, globals, locals, fromlist, level)
    finally:
        warnings.filters[:] = filters
        warnings._filters_mutated()


put(builtins, '__import__', wrong)
