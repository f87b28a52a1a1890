# another thread gets a module before it is executed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', 'spec._initializing = True', 'spec._initializing = False')
