# a loader whose create_module returns None gets no module
# needs: debug=0
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('module_from_spec',
       'module = _new_module(spec.name)',
       "raise ImportError('no module', name=spec.name)")
