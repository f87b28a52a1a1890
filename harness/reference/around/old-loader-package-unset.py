# a module of a loader that has load_module alone does not get its __package__
# needs: py<3.15
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_backward_compatible', "if getattr(module, '__package__', None) is None:", 'if False:')
