# a module is not found if the search for it goes too deep
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._find_spec


def wrong(name, *more):
    try:
        return right(name, *more)
    except RecursionError:
        return None


put(bootstrap, '_find_spec', wrong)
