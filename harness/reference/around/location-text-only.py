# a location that is a path object is refused
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location', 'location = _os.fspath(location)', "location = location + ''")
