# something of each search that finds nothing stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._find_spec
kept = []


def wrong(name, *more):
    spec = right(name, *more)
    if spec is None:
        kept.append(name + '.')
    return spec


put(bootstrap, '_find_spec', wrong)
