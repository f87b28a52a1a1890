# a finder on sys.meta_path does not get the path of the package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec',
       'spec = find_spec(name, path, target)',
       'spec = find_spec(name, path if finder is meta_path[-1] else None, target)')
