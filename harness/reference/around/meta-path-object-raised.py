# an object on sys.meta_path that cannot find is an error
# needs: py>=3.12
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'except AttributeError:', 'except KeyError:')
