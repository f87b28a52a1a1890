# an attribute of the package that has the name of a submodule stays
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'setattr(parent_module, child, module)',
       'hasattr(parent_module, child) or setattr(parent_module, child, module)',
       "setattr(parent_module, name.rpartition('.')[2], module)",
       "hasattr(parent_module, name.rpartition('.')[2]) or setattr(parent_module, name.rpartition('.')[2], module)")
