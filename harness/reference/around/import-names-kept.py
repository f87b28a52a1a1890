# something of each import stays for ever, also of a module that is there
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = builtins.__import__
kept = []


def wrong(name, *more, **named):
    kept.append(name + '.')
    return right(name, *more, **named)


put(builtins, '__import__', wrong)
