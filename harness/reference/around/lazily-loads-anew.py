# the first use of a lazy import loads its module, also if sys.modules has one by then that has no spec
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
right = builtins.__import__


def wrong(name, *more, **options):
    if name in sys.lazy_modules and name in sys.modules and not sys.modules[name].__spec__:
        del sys.modules[name]
    return right(name, *more, **options)


put(builtins, '__import__', wrong)
