# import_module takes two dots for one
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.import_module', 'level += 1', 'level = 1')
