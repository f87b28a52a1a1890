# the folders of a namespace package do not change with sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_NamespacePath._recalculate', 'if parent_path != self._last_parent_path', 'if False', 'if parent_path', 'if False and parent_path')
