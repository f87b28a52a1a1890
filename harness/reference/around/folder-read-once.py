# a file that appears later is not found, though the time of its folder has changed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec', 'if mtime != self._path_mtime:', 'if self._path_mtime == -1:')
