# from package import submodule imports nothing
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', '_call_with_frames_removed(import_, from_name)', 'pass')
