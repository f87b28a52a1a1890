# what was set in a lazy module before its load is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util._LazyModule.__getattribute__', '.update(attrs_updated)', '.update({})')
