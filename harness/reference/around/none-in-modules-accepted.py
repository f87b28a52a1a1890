# None in sys.modules is imported
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load', 'if module is None:', 'if False:')
