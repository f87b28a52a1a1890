# a created module that has None as its __file__ keeps that
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs',
       "getattr(module, '__file__', None) is None",
       "not hasattr(module, '__file__')")
