# a submodule is no attribute of its package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'setattr(parent_module, child, module)',
       'pass',
       "setattr(parent_module, name.rpartition('.')[2], module)",
       'pass')
