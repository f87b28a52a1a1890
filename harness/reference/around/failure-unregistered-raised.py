# a module that removes itself from sys.modules and fails raises KeyError
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked',
       '''except KeyError:
pass''',
       '''except ImportError:
    pass''')
