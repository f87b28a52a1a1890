# importlib.util.find_spec gives None for a module whose __spec__ is None
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.find_spec',
       'raise ValueError(',
       '''return None
raise ValueError(''',
       nth=2)
