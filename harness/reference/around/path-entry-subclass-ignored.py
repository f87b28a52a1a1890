# an entry of sys.path of a class derived from str is ignored
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', 'if not isinstance(entry, str):', 'if type(entry) is not str:', 'if not isinstance(entry, (str, bytes)):', 'if type(entry) is not str:')
