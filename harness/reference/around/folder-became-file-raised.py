# a folder on sys.path that has become a file is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder._fill_cache',
       '(FileNotFoundError, PermissionError, NotADirectoryError)',
       '(FileNotFoundError, PermissionError)')
