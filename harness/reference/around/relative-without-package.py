# a relative import_module without package is no TypeError
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.import_module', 'if not package:', 'if False:')
