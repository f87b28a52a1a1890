# an import with the empty entry fails once the current folder is removed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._path_importer_cache',
       'except FileNotFoundError:',
       'except NotADirectoryError:',
       'except (FileNotFoundError, PermissionError):',
       'except NotADirectoryError:')
