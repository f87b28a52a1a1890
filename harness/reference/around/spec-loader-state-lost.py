# the loader_state given to a spec is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__init__', 'self.loader_state = loader_state', 'self.loader_state = None')
