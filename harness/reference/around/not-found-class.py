# a missing module gives ImportError, not ModuleNotFoundError
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'raise ModuleNotFoundError(_ERR_MSG.format(name), name=name)',
       'raise ImportError(_ERR_MSG.format(name), name=name)',
       "raise ModuleNotFoundError(f'{_ERR_MSG_PREFIX}{name!r}', name=name)",
       "raise ImportError(f'{_ERR_MSG_PREFIX}{name!r}', name=name)")
