# loaders of two classes are equal
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.__eq__', 'self.__class__ == other.__class__', 'True')
