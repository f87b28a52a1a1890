# a package takes a submodule that failed for one that is still being executed
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'parent_spec._uninitialized_submodules.pop()',
       '"module" in locals() and parent_spec._uninitialized_submodules.pop()')
