# the error for a submodule of a plain module has no name
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'raise ModuleNotFoundError(msg, name=name) from None',
       'raise ModuleNotFoundError(msg) from None')
