# None in sys.modules gives ImportError, not ModuleNotFoundError
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load',
       'raise ModuleNotFoundError(message, name=name)',
       'raise ImportError(message, name=name)')
