# a folder that changes twice in a second is not read again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       'if mtime != self._path_mtime:',
       'if int(mtime) != int(self._path_mtime):')
