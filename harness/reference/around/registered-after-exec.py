# a module is not in sys.modules while it is executed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked',
       '''sys.modules[spec.name] = module
try:''',
       'try:')
change('_load_unlocked',
       'spec.loader.exec_module(module)',
       '''spec.loader.exec_module(module)
sys.modules[spec.name] = module''')
