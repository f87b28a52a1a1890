# finding a module waits for a thread that loads it
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._find_spec


def wrong(name, *args):
    with bootstrap._ModuleLockManager(name):
        return right(name, *args)


put(bootstrap, '_find_spec', wrong)
