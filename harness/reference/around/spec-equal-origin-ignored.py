# specs with different origins are equal
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__eq__', 'self.origin == other.origin and', 'True and')
