# a module of sys.modules that has no spec is taken for none, and its file is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._find_and_load


def wrong(name, *more):
    if getattr(sys.modules.get(name), '__spec__', name) is None:
        del sys.modules[name]
    return right(name, *more)


put(bootstrap, '_find_and_load', wrong)
