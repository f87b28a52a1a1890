# something of each submodule that an import enters in its package stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._handle_fromlist
kept = []


def wrong(module, fromlist, *more, **named):
    kept.append(list(fromlist))
    return right(module, fromlist, *more, **named)


put(bootstrap, '_handle_fromlist', wrong)
