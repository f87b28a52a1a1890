# reload takes no lock of its module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', 'with _ModuleLockManager(name):', 'if True:')
