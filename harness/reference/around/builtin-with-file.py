# a built-in module has the program as its file
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap.BuiltinImporter.create_module


def wrong(spec):
    module = right(spec)
    module.__file__ = sys.executable
    return module


put(bootstrap.BuiltinImporter, 'create_module', staticmethod(wrong))
