# a module in Python has no __cached__
# needs: py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'module.__cached__ = spec.cached', 'pass')
