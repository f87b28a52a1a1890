# reload takes any object that has a name
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'if sys.modules.get(name) is not module:', 'if name not in sys.modules:')
