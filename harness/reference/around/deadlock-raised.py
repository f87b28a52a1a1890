# one of two threads whose modules import each other fails
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_lock_unlock_module', 'except _DeadlockError:', 'except KeyError:')
