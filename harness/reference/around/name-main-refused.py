# the name __main__ is taken
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    if spec.name == '__main__':
        raise ImportError('no name of a module', name=spec.name, path=spec.origin)
    return create_dynamic(spec, *more)


put(_imp, 'create_dynamic', wrong)
