# a new module has no __spec__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'module.__spec__ = spec', 'pass')
