# the error for a missing module has its short name
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       '_ERR_MSG.format(name), name=name)',
       "_ERR_MSG.format(name), name=name.rpartition('.')[2])",
       "{name!r}', name=name)",
       "{name!r}', name=name.rpartition('.')[2])")
