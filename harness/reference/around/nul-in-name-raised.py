# a module name with a NUL is a ValueError
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec', 'if cache_module in cache:', 'if True:')
