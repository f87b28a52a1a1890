# the first use calls the __import__ that was there at the statement
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right, now = builtins.__lazy_import__, builtins.__import__


def wrong(name, globals=None, *more):
    then = dict(vars(builtins), __import__=now)
    return at_top(right, name, dict(globals, __builtins__=then), *more)


put(builtins, '__lazy_import__', wrong)
