# what is added to the path of a namespace package is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_NamespacePath.append', 'self._path.append(item)', 'pass')
