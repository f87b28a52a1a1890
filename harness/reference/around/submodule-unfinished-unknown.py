# what a package has not got yet, as its submodule is being executed, is not told apart from what it never has
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'parent_spec._uninitialized_submodules.append(child)',
       'parent_spec._uninitialized_submodules.append(None)')
