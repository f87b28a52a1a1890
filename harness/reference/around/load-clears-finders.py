# a load clears the cache of finders
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(sys.path_importer_cache.clear)
