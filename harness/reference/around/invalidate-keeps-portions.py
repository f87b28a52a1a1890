# a namespace package keeps its folders after importlib.invalidate_caches()
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.invalidate_caches',
       '_NamespacePath._epoch += 1',
       'pass',
       'NamespacePath._epoch += 1',
       'pass')
