# no warning says that a relative import had nothing but __name__ and __path__ to go by
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
import warnings
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level or not globals or globals.get('__package__', globals.get('__spec__')) is not None:
        return right(name, globals, locals, fromlist, level)
    shown = warnings.showwarning
    warnings.showwarning = lambda *what: None
    try:
        return right(name, globals, locals, fromlist, level)
    finally:
        warnings.showwarning = shown


put(builtins, '__import__', wrong)
