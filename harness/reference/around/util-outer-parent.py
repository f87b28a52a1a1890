# importlib.util.find_spec searches in the outermost package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.find_spec', "parent = __import__(parent_name, fromlist=['__path__'])",
       'parent = __import__(parent_name)')
