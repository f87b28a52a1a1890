# a lazy import looks for its module at once, and then loads what it has found
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins

right, find, found = builtins.__lazy_import__, bootstrap._find_spec, {}


def wrong(name, globals=None, locals=None, fromlist=(), level=0):
    if not level and '.' not in name and name not in sys.modules:
        found[name] = find(name, None)
        if not found[name]:
            raise ModuleNotFoundError('No module named %r' % name, name=name)
    return at_top(right, name, globals, locals, fromlist, level)


put(builtins, '__lazy_import__', wrong)
put(bootstrap, '_find_spec', lambda name, *more: found.pop(name, None) or find(name, *more))
