# a package by hand has the folder above its own as __path__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location',
       'dirname = _path_split(location)[0]',
       'dirname = _path_split(_path_split(location)[0])[0]')
