# the traceback of a module whose creation fails shows the import system
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.create_module',
       'module = _bootstrap._call_with_frames_removed(',
       'module = (lambda create, spec: create(spec))(')
