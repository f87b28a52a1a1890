# an empty name is sought
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_sanity_check', 'if not name and level == 0:', 'if False:')
