# a spec without loader gives an empty module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', "raise ImportError('missing loader', name=spec.name)", 'pass')
