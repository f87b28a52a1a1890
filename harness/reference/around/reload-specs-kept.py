# the spec of each reload stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._exec
kept = []


def wrong(spec, module):
    kept.append(spec)
    return right(spec, module)


put(bootstrap, '_exec', wrong)
