# an entry of __path__ that is no text is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec', 'if not isinstance(entry, str):', 'if entry is not None and not isinstance(entry, (str, bytes)):\n    raise TypeError(entry)\nif not isinstance(entry, str):', 'if not isinstance(entry, (str, bytes)):', 'if not isinstance(entry, (str, bytes, type(None))):\n    raise TypeError(entry)\nif not isinstance(entry, str):')
