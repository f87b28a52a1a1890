# a symbolic link on sys.path is resolved in __file__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__',
       'self._path_mtime = -1',
       '''self.path = __import__('os').path.realpath(self.path)
self._path_mtime = -1''')
