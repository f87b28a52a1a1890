# what is appended to the path of a namespace package is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
put(external._NamespacePath, 'append', lambda self, item: None)
