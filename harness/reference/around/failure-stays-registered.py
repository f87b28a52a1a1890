# a module whose execution failed stays in sys.modules
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', 'del sys.modules[spec.name]', 'pass')
