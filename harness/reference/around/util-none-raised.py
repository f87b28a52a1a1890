# find_spec of a name that sys.modules has as None is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.find_spec', 'if module is None:', 'if False:')
