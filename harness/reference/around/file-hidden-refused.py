# a file whose name begins with a dot is not loaded
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    if os.path.basename(spec.origin).startswith('.'):
        raise ImportError('not to be loaded', name=spec.name, path=spec.origin)
    return create_dynamic(spec, *more)


put(_imp, 'create_dynamic', wrong)
