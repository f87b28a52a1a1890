# a submodule is registered under its short name too
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked',
       '''sys.modules[spec.name] = module
try:''',
       '''sys.modules[spec.name] = sys.modules[spec.name.rpartition('.')[2]] = module
try:''')
