# a thread that has waited for a module loads it again
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load',
       '''module = sys.modules.get(name, _NEEDS_LOADING)
if module is _NEEDS_LOADING:
return _find_and_load_unlocked(''',
       '''if module is _NEEDS_LOADING:
    return _find_and_load_unlocked(''')
