# a submodule that its package lacks is sought on sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.find_spec',
       'spec = cls._get_spec(fullname, path, target)',
       'spec = cls._get_spec(fullname, list(path) + sys.path, target)')
