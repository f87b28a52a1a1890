# is_package given to a spec is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ModuleSpec.__init__', '[] if is_package else None', 'None')
