# a package that refuses attributes is an error
# needs: py>=3.10
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked', 'except AttributeError:', 'except KeyError:', nth=2)
