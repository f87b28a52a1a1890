# any exception at setting __spec__ is swallowed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'except AttributeError:', 'except Exception:', nth=4)
