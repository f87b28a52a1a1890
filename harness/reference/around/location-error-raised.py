# a loader that does not find its file is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location', 'except ImportError:', 'except KeyError:')
