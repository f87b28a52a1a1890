# reload leaves the old __spec__ in place
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload',
       'spec = module.__spec__ = _bootstrap._find_spec(name, pkgpath, target)',
       'spec = _bootstrap._find_spec(name, pkgpath, target)')
change('_init_module_attrs',
       'module.__spec__ = spec',
       '''if not override:
    module.__spec__ = spec''')
