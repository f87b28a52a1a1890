# a module that its finder imports meanwhile is loaded again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'if not is_reload and name in sys.modules:', 'if False:')
