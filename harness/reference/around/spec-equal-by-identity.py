# specs with the same content differ
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__eq__', 'smsl = self.submodule_search_locations', 'return self is other')
