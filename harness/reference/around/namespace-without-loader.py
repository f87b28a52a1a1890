# a namespace package has no loader
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'if spec.submodule_search_locations is not None:', 'if False:')
