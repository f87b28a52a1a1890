# the parent of a package is the package above it
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.parent', 'return self.name', "return self.name.rpartition('.')[0]", nth=2)
