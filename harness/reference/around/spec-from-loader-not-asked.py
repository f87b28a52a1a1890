# spec_from_loader does not ask the loader whether it is a package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_loader', 'is_package = loader.is_package(name)', 'is_package = False')
