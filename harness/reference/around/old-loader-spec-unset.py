# a module of a loader that has load_module alone does not get its __spec__
# needs: py<3.15
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_backward_compatible', 'module.__spec__ = spec', 'pass')
