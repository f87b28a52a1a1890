# a star in __all__ imports what __all__ names once more
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', "if not recursive and hasattr(module, '__all__'):", "if hasattr(module, '__all__'):")
