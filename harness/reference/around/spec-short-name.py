# the spec of a submodule has its short name
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       '''return self._get_spec(loader_class, fullname, full_path,
None, target)''',
       '''return self._get_spec(loader_class, tail_module, full_path,
                      None, target)''')
