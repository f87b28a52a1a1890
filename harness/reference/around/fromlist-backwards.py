# from package import a, b imports b first
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', 'for x in fromlist:', 'for x in reversed(list(fromlist)):')
