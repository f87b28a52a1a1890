# get_filename gives no folder
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.get_filename', 'return self.path', 'return _path_split(self.path)[1]')
