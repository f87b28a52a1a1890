# a lazy module keeps the attributes that it had before its execution
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util._LazyModule.__getattribute__',
       'elif id(attrs_now[key]) != id(attrs_then[key]):', 'else:')
