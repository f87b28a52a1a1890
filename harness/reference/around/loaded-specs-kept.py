# the spec of each module that an import loads stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._load_unlocked
kept = []


def wrong(spec):
    kept.append(spec)
    return right(spec)


put(bootstrap, '_load_unlocked', wrong)
