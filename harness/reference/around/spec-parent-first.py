# the parent of a submodule is its top package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.parent',
       "self.name.rpartition('.')[0]",
       "self.name.partition('.')[0] if '.' in self.name else ''")
