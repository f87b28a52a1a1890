# the import statement raises no audit event
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    return bootstrap.__import__(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
