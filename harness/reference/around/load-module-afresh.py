# load_module loads a module again that sys.modules has
# needs: py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_module_shim', 'if fullname in sys.modules:', 'if False:')
