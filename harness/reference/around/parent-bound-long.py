# a submodule of a subpackage is bound under the name after the first dot
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load_unlocked',
       'setattr(parent_module, child, module)',
       "setattr(parent_module, name.partition('.')[2], module)",
       "setattr(parent_module, name.rpartition('.')[2], module)",
       "setattr(parent_module, name.partition('.')[2], module)")
