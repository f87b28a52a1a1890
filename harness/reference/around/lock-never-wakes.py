# a thread that waits for a module is not woken
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.release', 'self.wakeup.release()', 'pass')
