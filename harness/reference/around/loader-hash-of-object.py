# equal loaders have different hashes
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.__hash__', 'hash(self.name) ^ hash(self.path)', 'id(self)')
