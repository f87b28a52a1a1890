# reload does not execute
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', 'spec.loader.exec_module(module)', 'pass')
