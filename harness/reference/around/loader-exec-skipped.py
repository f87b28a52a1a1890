# the loader does not execute
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.exec_module',
       '_bootstrap._call_with_frames_removed(_imp.exec_dynamic, module)',
       'pass')
