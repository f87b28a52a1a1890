# a created module that has None as its __name__ keeps that
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs',
       "getattr(module, '__name__', None) is None",
       "not hasattr(module, '__name__')")
