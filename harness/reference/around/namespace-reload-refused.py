# a namespace package cannot be reloaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', 'if spec.submodule_search_locations is None:', 'if True:')
