# create_module is called twice for a submodule
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('module_from_spec',
       'module = spec.loader.create_module(spec)',
       '''module = spec.loader.create_module(spec)
if '.' in spec.name:
    module = spec.loader.create_module(spec)''')
