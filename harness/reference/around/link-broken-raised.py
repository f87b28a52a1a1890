# a symbolic link that leads to itself is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_path_is_mode_type', 'except OSError:', 'except FileNotFoundError:')
