# a module that sets its __file__ when it is created loses that
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', "getattr(module, '__file__', None) is None", 'True')
