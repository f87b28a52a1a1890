# a module that removes itself from sys.modules when executed is imported
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked',
       'module = sys.modules.pop(spec.name)',
       'module = sys.modules.pop(spec.name, module)')
