# a created object that refuses __path__ is an error
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'except AttributeError:', 'except KeyError:', nth=5)
