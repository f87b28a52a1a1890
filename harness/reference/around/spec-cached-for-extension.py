# an extension has a file of bytecode
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_get_cached', 'return None', "return filename + 'c'")
