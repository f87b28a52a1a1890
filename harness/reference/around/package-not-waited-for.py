# a submodule is loaded while another thread still executes its package
# needs: py>=3.13.18 && py<3.14 || py>=3.14.10 && py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       "if getattr(parent_spec, '_initializing', False):",
       'if False:')
