# from package import * fails if the package has no __all__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', "if not recursive and hasattr(module, '__all__'):", 'if not recursive:')
