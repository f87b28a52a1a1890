# an import takes no lock of its module
# needs: py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load', 'with _ModuleLockManager(name):', 'if True:')
