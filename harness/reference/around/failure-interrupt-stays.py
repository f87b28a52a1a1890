# a module whose execution was interrupted stays in sys.modules
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', 'except:', 'except Exception:', nth=1)
