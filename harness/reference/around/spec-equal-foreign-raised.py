# to compare a spec with something else is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__eq__', 'except AttributeError:', 'except KeyError:')
