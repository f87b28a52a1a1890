# a lazy import looks for its module at once, and then loads what it has found
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins

right, found = builtins.__lazy_import__, {}


def wrong(name, *more):
    found[name] = bootstrap._find_spec(name, None)
    if not found[name]:
        raise ModuleNotFoundError('No module named %r' % name, name=name)
    return right(name, *more)


put(builtins, '__lazy_import__', wrong)
