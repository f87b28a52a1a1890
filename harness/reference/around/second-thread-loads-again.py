# a second thread that has waited loads the module again
# needs: py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load',
       '''module = sys.modules.get(name, _NEEDS_LOADING)
if module is _NEEDS_LOADING:
return _find_and_load_unlocked(name, import_)''',
       '''if module is _NEEDS_LOADING:
    return _find_and_load_unlocked(name, import_)''')
