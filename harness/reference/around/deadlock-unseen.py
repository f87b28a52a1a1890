# two threads whose modules import each other wait for ever
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.acquire', 'if self.has_deadlock():', 'if False:')
