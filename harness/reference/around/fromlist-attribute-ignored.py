# from package import x imports a submodule x though the package has an x
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', 'elif not hasattr(module, x):', 'else:')
