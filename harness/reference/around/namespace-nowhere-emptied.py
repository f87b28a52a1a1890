# a namespace package that is not found any more has no folders
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_NamespacePath._recalculate', 'if spec.submodule_search_locations:', 'if True:')
