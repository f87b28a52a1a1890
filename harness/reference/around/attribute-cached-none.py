# a module without bytecode has None as its __cached__
# needs: py<3.15
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'if spec.cached is not None:', 'if True:')
