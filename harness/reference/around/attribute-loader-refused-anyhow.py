# whatever a created object raises when it gets its __loader__ is ignored
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs', 'except AttributeError:', 'except Exception:', nth=2)
