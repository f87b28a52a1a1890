# the traceback of a module whose execution fails shows the import system
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.exec_module',
       '_bootstrap._call_with_frames_removed(_imp.exec_dynamic, module)',
       '_imp.exec_dynamic(module)')
