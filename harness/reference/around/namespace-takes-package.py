# the path of a namespace package becomes that of a package with a file that appears later
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_NamespacePath._recalculate', 'if spec is not None and spec.loader is None:',
       'if spec is not None:')
