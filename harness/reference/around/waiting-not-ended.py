# a thread that has waited for a module counts as one that waits, for good
# needs: py<3.12
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
if hasattr(bootstrap, '_BlockingOnManager'):
    change('_BlockingOnManager.__exit__', 'self.blocked_on.remove(self.lock)', 'pass')
else:
    change('_ModuleLock.acquire', 'del _blocking_on[tid]', 'pass')
