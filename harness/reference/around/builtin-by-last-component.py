# a built-in module is found in each package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap.BuiltinImporter.find_spec


def wrong(name, path=None, target=None):
    if right(name.rpartition('.')[2]):
        return bootstrap.ModuleSpec(name, bootstrap.BuiltinImporter, origin='built-in')


put(bootstrap.BuiltinImporter, 'find_spec', staticmethod(wrong))
