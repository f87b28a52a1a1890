# a thread that waits for a module whose load fails waits for ever
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLockManager.__exit__',
       'self._lock.release()',
       'args[0] is None and self._lock.release()')
