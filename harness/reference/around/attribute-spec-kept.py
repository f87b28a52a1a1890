# a __spec__ that a module sets when it is created stays
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs',
       'module.__spec__ = spec',
       '''if getattr(module, '__spec__', None) is None:
    module.__spec__ = spec''')
