# a module name that is no text is not refused as such
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_sanity_check', 'if not isinstance(name, str):', 'if False:')
