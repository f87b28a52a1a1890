# a module that is imported by the thread that executes it makes this wait for ever
# needs: gil=1
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.acquire',
       'self.count == 0 or self.owner == tid',
       'self.count == 0',
       'self.count == [] or self.owner == tid',
       'self.count == []')
change('_ModuleLock.acquire',
       'if self.has_deadlock():',
       'if self.owner != tid and self.has_deadlock():')
