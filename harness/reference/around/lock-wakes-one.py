# of several threads that wait for a module only the first is woken
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.acquire', 'self.wakeup.release()', 'pass')
