# LazyLoader loads at once
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.LazyLoader.exec_module',
       'module.__class__ = _LazyModule',
       'self.loader.exec_module(module)')
