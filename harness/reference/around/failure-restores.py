# after a failed load sys.modules has again what it had before
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked',
       'spec._initializing = True',
       '''spec._initializing = True
before = sys.modules.get(spec.name)''')
change('_load_unlocked',
       'del sys.modules[spec.name]',
       '''del sys.modules[spec.name]
if before is not None: sys.modules[spec.name] = before''')
