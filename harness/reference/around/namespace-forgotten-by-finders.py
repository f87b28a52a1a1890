# a finder's spec without loader and without folders is no error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', "raise ImportError('spec missing loader')", 'continue')
