# a submodule of a plain module gives ImportError, not ModuleNotFoundError
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'raise ModuleNotFoundError(msg, name=name) from None',
       'raise ImportError(msg, name=name) from None')
