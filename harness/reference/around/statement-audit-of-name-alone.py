# the audit event of an import statement tells the name, but nothing of sys
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level and name not in sys.modules:
        sys.audit('import', name, None, None, None, None)
    return bootstrap.__import__(name, globals, locals, fromlist, level)


put(builtins, '__import__', wrong)
