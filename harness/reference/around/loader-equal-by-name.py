# loaders of one name are equal, whatever the file
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.__eq__', 'self.__dict__ == other.__dict__', 'self.name == other.name')
