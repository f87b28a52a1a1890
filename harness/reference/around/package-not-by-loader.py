# the loader's word that it is a package does not count
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location', 'if is_package:', 'if False:')
