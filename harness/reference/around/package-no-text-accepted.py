# a relative import takes a __package__ that is no text for none
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_sanity_check', "raise TypeError('__package__ not set to a string')",
       "raise ImportError('no package')")
