# no spec is made of a relative location once the current folder is removed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location', 'except OSError:', 'except PermissionError:')
