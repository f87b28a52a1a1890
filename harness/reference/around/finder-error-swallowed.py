# an exception of a path entry finder counts as "not found"
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec',
       'spec = finder.find_spec(fullname, target)',
       '''try:
    spec = finder.find_spec(fullname, target)
except Exception:
    spec = None''')
