# after a reload that failed, no other one is tried
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'del _RELOADING[name]', 'if sys.exc_info()[0] is None:\n    del _RELOADING[name]')
