# a created object that refuses __spec__ is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'except AttributeError:', 'except KeyError:', nth=4)
