# a lazy module that was replaced in sys.modules is no error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util._LazyModule.__getattribute__',
       'if id(self) != id(sys.modules[original_name]):',
       'if False:')
