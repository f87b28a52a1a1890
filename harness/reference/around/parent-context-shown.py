# the error of a submodule of a plain module shows also that the module has no __path__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'raise ModuleNotFoundError(msg, name=name) from None',
       'raise ModuleNotFoundError(msg, name=name)')
