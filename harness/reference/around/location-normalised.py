# the origin of a spec by hand is normalised
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location',
       'location = _os.fspath(location)',
       "location = __import__('os').path.normpath(_os.fspath(location))")
