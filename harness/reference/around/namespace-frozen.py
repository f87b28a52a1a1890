# a namespace package does not get the folders that are later added to sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.find_spec',
       '_NamespacePath(fullname, namespace_path, cls._get_spec)',
       'namespace_path',
       'NamespacePath(fullname, namespace_path, cls._get_spec)',
       'namespace_path')
