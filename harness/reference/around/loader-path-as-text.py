# a path object given to the loader is refused
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.__init__', 'self.path = path', "self.path = path + ''")
