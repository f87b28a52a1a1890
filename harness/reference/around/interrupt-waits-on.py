# an exception from a signal does not end the wait for a module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.acquire', 'self.wakeup.acquire()',
       'try:\n    self.wakeup.acquire()\nexcept KeyboardInterrupt:\n    self.wakeup.acquire()')
