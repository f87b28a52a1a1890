# a folder whose time was set back is not read again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       'if mtime != self._path_mtime:',
       'if mtime > self._path_mtime or self._path_mtime == -1:')
