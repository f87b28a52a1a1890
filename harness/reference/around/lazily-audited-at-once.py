# the audit event of a lazy import comes at the statement, too
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__lazy_import__


def wrong(name, *more):
    spec = bootstrap._find_spec(name, None)
    if spec:
        sys.audit('import', name, spec.origin, sys.path, sys.meta_path, sys.path_hooks)
    return at_top(right, name, *more)


put(builtins, '__lazy_import__', wrong)
