# a module that becomes a namespace package by a reload keeps its old attributes
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', '_init_module_attrs(spec, module, override=True)', 'pass')
