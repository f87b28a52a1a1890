# a finder is not told which module is reloaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'target = module', 'target = None')
