# a relative entry of sys.path means another folder after chdir
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__',
       'self.path = _path_join(_os.getcwd(), path)',
       'self.path = path',
       'self.path = _path_abspath(path)',
       'self.path = path')
