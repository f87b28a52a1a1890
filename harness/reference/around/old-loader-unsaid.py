# no warning says that a loader has load_module alone
# needs: py>=3.10 && py<3.15
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', '_warnings.warn(msg, ImportWarning)', 'pass')
