# an entry of sys.path that does not exist is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.path_hook.path_hook_for_FileFinder', 'raise ImportError(', 'raise OSError(')
