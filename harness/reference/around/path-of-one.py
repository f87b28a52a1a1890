# a path given to a finder is searched only in its first folder
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.find_spec',
       'spec = cls._get_spec(fullname, path, target)',
       'spec = cls._get_spec(fullname, path if path is sys.path else list(path)[:1], target)')
