# a namespace package has no more than 128 folders
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external._NamespacePath
put(external, '_NamespacePath', lambda name, path, finder: right(name, path[:128], finder))
