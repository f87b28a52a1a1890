# a module gets a __file__ though its spec has no location
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'if spec.has_location:', 'if spec.origin is not None:')
