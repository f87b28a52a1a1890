# reload returns its argument, not what sys.modules has
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'return sys.modules[name]', 'return module')
