# an extension that is a symbolic link is not found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_path_stat', '_os.stat(path)', '_os.lstat(path)')
