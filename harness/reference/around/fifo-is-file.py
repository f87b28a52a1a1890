# a FIFO is taken for a file
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_path_isfile',
       'return _path_is_mode_type(path, 0o100000)',
       'return _path_is_mode_type(path, 0o100000) or _path_is_mode_type(path, 0o010000)')
