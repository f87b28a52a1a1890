# a file whose time is 0 counts as missing
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    if os.path.exists(spec.origin) and not os.stat(spec.origin).st_mtime:
        raise ImportError('not to be loaded', name=spec.name, path=spec.origin)
    return create_dynamic(spec, *more)


put(_imp, 'create_dynamic', wrong)
