# from package import a, b imports a only
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', 'for x in fromlist:', 'for x in fromlist[:1]:')
