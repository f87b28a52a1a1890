# a lazy import is opened with the flags that dlopen had at the statement
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins
lazily, flags = builtins.__lazy_import__, {}


def note(name, *more):
    flags[name] = sys.getdlopenflags()
    return at_top(lazily, name, *more)


def wrong(spec, *more):
    now = sys.getdlopenflags()
    sys.setdlopenflags(flags.get(spec.name, now))
    try:
        return create_dynamic(spec, *more)
    finally:
        sys.setdlopenflags(now)


put(builtins, '__lazy_import__', note)
put(_imp, 'create_dynamic', wrong)
