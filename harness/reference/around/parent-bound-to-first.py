# a submodule is bound to the package that was imported, not to what replaced it
# needs: py>=3.9
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       '''# Set the module as an attribute on its parent.
parent_module = sys.modules[parent]''',
       '# Set the module as an attribute on its parent.')
