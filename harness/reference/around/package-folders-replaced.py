# the folders given for a package are replaced by its own
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location',
       'if spec.submodule_search_locations == []:',
       '''if spec.submodule_search_locations:
    spec.submodule_search_locations = []
if spec.submodule_search_locations == []:''')
