# a load does not replace what sys.modules had before
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked',
       '''sys.modules[spec.name] = module
try:''',
       '''sys.modules.setdefault(spec.name, module)
try:''')
