# a name in the folder is taken for a file without a look at it
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       '''if cache_module + suffix in cache:
if _path_isfile(full_path):''',
       '''if cache_module + suffix in cache:
    if True:''')
