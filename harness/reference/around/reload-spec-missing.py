# reload of a module whose file is gone raises AttributeError
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'if spec is None:', 'if False:')
