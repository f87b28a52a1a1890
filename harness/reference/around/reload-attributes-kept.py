# reload leaves all attributes of the import system as they are
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec',
       '''else:
_init_module_attrs(spec, module, override=True)''',
       '''else:
    pass''')
