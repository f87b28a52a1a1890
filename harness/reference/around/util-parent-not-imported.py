# importlib.util.find_spec does not import the package of a submodule
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.find_spec',
       "parent = __import__(parent_name, fromlist=['__path__'])",
       'parent = sys.modules.get(parent_name)')
