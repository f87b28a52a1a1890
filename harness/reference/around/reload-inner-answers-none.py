# a reload of a module while it is reloaded answers None
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'return _RELOADING[name]', 'return None')
