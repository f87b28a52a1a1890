# a module counts as initializing for ever
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', 'spec._initializing = False', 'pass')
