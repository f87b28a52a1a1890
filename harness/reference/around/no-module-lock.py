# an import takes no lock that another import of the module has
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load',
       '''_resolve_parents(name, import_)
lock = _get_module_lock(name)''',
       '''_resolve_parents(name, import_)
lock = _ModuleLock(name)''')
