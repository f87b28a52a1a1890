# a new module has no __package__ of its spec
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'module.__package__ = ', 'unset = ', nth=1)
