# loaders of one name and file differ
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.__eq__', 'self.__dict__ == other.__dict__', 'self is other')
