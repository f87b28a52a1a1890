# spec_from_loader takes no loader that knows its file for one of a package
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_loader',
       'return spec_from_file_location(name, loader=loader)',
       'return spec_from_file_location(name, loader=loader, submodule_search_locations=None)')
