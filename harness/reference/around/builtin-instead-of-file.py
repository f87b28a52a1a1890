# a file that has the name of a built-in module is not loaded, but the built-in one
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
put(_imp, 'create_dynamic', lambda spec, *more: _imp.create_builtin(spec)
    if spec.name in sys.builtin_module_names else create_dynamic(spec, *more))
