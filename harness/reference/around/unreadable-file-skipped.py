# an extension that cannot be read is not found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       '''if cache_module + suffix in cache:
if _path_isfile(full_path):''',
       '''if cache_module + suffix in cache:
    if _path_isfile(full_path) and _path_stat(full_path).st_mode & 0o444:''')
