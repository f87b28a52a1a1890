# a folder is taken for a package with an extension, whatever is in it
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       '''if _path_isfile(full_path):
return self._get_spec(loader_class, fullname, full_path, [base_path], target)''',
       '''if True:
    return self._get_spec(loader_class, fullname, full_path, [base_path], target)''')
