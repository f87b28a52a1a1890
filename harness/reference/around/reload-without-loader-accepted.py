# reload with a spec that has no loader does nothing
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', "raise ImportError('missing loader', name=spec.name)", 'pass')
