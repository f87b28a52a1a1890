# loaders of one file are equal, whatever the name
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.__eq__', 'self.__dict__ == other.__dict__', 'self.path == other.path')
