# a negative level of __import__ is none
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_sanity_check', 'if level < 0:', 'if False:')
