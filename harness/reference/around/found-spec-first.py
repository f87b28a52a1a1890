# the spec that a finder gives counts, whatever module it has registered
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'if not is_reload and name in sys.modules:', 'if False:')
