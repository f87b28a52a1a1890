# a loader with exec_module need not have create_module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('module_from_spec',
       '''raise ImportError('loaders that define exec_module() '
'must also define create_module()')''',
       'pass')
