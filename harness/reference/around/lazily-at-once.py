# a lazy import loads its module at once
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    return builtins.__import__(name, globals, locals, fromlist, level)


put(builtins, '__lazy_import__', wrong)
