# a thread that would have to wait for a module fails
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.acquire', 'if self.has_deadlock():', 'if True:')
