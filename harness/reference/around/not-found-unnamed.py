# the error for a missing module has no name
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       '_ERR_MSG.format(name), name=name)',
       '_ERR_MSG.format(name))',
       "{name!r}', name=name)",
       "{name!r}')")
