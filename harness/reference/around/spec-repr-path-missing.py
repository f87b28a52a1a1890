# the representation of a spec does not show where a package's submodules are
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__repr__', 'if self.submodule_search_locations is not None:', 'if False:')
