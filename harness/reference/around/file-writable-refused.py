# a file that everybody may write is not loaded
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    if os.path.exists(spec.origin) and os.stat(spec.origin).st_mode & 0o002:
        raise ImportError('not to be loaded', name=spec.name, path=spec.origin)
    return create_dynamic(spec, *more)


put(_imp, 'create_dynamic', wrong)
