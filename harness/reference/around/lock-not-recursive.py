# a module that imports itself when executed is refused
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLock.acquire',
       'self.count == 0 or self.owner == tid',
       'self.count == 0',
       'self.count == [] or self.owner == tid',
       'self.count == []')
