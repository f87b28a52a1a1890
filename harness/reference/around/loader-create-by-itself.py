# the loader creates the module that it is named for, not that of the spec
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.create_module',
       '_imp.create_dynamic, spec)',
       '_imp.create_dynamic, spec_from_file_location(self.name, self.path, loader=self))')
