# a package found in a folder has no __path__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec', 'full_path, [base_path], target)', 'full_path, None, target)')
