# the __package__ of a submodule is its own name
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'module.__package__ = spec.parent', 'module.__package__ = spec.name')
