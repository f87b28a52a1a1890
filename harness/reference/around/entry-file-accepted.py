# a plain file on sys.path gets a finder for folders
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.path_hook.path_hook_for_FileFinder',
       'if not _path_isdir(path):',
       'if not _path_stat(path):')
