# get_code raises ImportError
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.get_code', 'return None', 'raise ImportError(fullname)')
