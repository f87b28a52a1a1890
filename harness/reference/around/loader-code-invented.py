# an extension has code
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
put(external.ExtensionFileLoader, 'get_code', lambda self, name: compile('', self.path, 'exec'))
