# what is no text in __all__ is passed over
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', 'if not isinstance(x, str):', 'if not isinstance(x, str):\n    continue\nif False:')
