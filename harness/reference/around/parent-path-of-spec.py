# a __path__ that a package changes is ignored
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'path = parent_module.__path__',
       '''parent_module.__path__
path = parent_module.__spec__.submodule_search_locations''')
