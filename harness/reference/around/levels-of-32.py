# no package may be deeper than 32 others
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._find_and_load_unlocked


def wrong(name, import_):
    if name.count('.') > 32:
        raise ImportError('too many packages', name=name)
    return right(name, import_)


put(bootstrap, '_find_and_load_unlocked', wrong)
