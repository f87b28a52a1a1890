# reload accepts a module that is not in sys.modules
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', 'if sys.modules.get(name) is not module:', 'if False:')
change('importlib.reload', 'if sys.modules.get(name) is not module:', 'if False:')
