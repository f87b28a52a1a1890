# specs with different loaders are equal
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__eq__', 'self.loader == other.loader and', 'True and')
