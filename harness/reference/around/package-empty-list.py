# an empty list of folders does not make a spec one of a package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location',
       'spec.submodule_search_locations = submodule_search_locations',
       'spec.submodule_search_locations = submodule_search_locations or None')
