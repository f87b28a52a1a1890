# to delete an attribute of a lazy module does not load it
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util._LazyModule.__delattr__', 'self.__getattribute__(attr)', 'pass')
