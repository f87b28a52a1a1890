# a lazy import of a module that is loaded binds it at once
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__lazy_import__


def wrong(name, *more):
    return at_top(builtins.__import__ if name in sys.modules else right, name, *more)


put(builtins, '__lazy_import__', wrong)
