# a relative import beyond the top package is not refused
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_resolve_name', 'if len(bits) < level:', 'if False:')
