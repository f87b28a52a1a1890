# a submodule that its package has registered is sought all the same
# needs: py>=3.9
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'if name in sys.modules:',
       'if False:',
       'if module is not None:',
       'if False:')
change('_find_and_load_unlocked',
       '''# Crazy side-effects (again)!
module = sys.modules.get(name)''',
       'module = None',
       'child = name',
       'child = name')
