# a thread that imports a submodule holds its lock while it waits for the package
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load', '_resolve_parents(name, import_)', 'pass')
