# invalidate_caches keeps the finder of a relative folder
# needs: py>=3.12
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.invalidate_caches', 'if finder is None or not _path_isabs(name):', 'if finder is None:')
