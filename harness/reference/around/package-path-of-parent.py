# the __path__ of a package is the folder that holds it
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec', 'full_path, [base_path], target)', 'full_path, [self.path], target)')
