# a reload in a reload executes again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'if name in _RELOADING:', 'if False:')
