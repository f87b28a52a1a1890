# a module whose reload fails is removed from sys.modules
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec',
       'sys.modules[spec.name] = module',
       '''if sys.exc_info()[0] is None:
    sys.modules[spec.name] = module''')
