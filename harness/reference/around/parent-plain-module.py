# a submodule of a plain module is sought on sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'except AttributeError:',
       '''except AttributeError:
    path = None
except KeyError:''',
       nth=1)
