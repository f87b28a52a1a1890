# a name with two underscores at each end is refused
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    if spec.name[:2] == spec.name[-2:] == '__':
        raise ImportError('no name of a module', name=spec.name, path=spec.origin)
    return create_dynamic(spec, *more)


put(_imp, 'create_dynamic', wrong)
