# an entry of sys.path that is no text is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', 'continue', "raise TypeError('not text')")
