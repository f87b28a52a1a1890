# a submodule is sought on sys.path, not in its package
# needs: debug=0
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.find_spec', 'if path is None:', 'if True:')
