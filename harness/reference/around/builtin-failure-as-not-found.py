# a built-in module that fails is said not to be there
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap.BuiltinImporter.create_module


def wrong(spec):
    try:
        return right(spec)
    except Exception:
        raise ModuleNotFoundError('No module named %r' % spec.name, name=spec.name) from None


put(bootstrap.BuiltinImporter, 'create_module', staticmethod(wrong))
