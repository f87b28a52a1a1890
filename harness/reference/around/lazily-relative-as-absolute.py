# the leading dots of a lazy import do not count
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__lazy_import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    return at_top(right, name or fromlist[0], globals, locals, fromlist, 0)


put(builtins, '__lazy_import__', wrong)
