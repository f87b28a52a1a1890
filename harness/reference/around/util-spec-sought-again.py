# importlib.util.find_spec looks for a module that is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.find_spec', 'if fullname not in sys.modules:', 'if True:')
