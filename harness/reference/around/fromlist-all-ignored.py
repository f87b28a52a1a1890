# from package import * does not import what __all__ names
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', "if not recursive and hasattr(module, '__all__'):", 'if False:')
