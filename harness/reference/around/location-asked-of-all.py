# a loader that has no get_filename is asked for its file
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location', "if hasattr(loader, 'get_filename'):", 'if True:')
