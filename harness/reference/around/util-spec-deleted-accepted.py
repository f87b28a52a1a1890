# importlib.util.find_spec finds nothing for a loaded module whose spec was deleted
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.find_spec',
       "raise ValueError('{}.__spec__ is not set'.format(name)) from None", 'return None',
       "raise ValueError(f'{name}.__spec__ is not set') from None", 'return None')
