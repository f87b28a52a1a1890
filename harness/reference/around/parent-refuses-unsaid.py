# no warning says that a package refused to have its submodule as an attribute
# needs: py>=3.10
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       '_warnings.warn(msg, ImportWarning)',
       'pass')
