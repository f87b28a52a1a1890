# from package import a passes over None in sys.modules, as over a submodule that is not there
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist',
       'sys.modules.get(from_name, _NEEDS_LOADING) is not None', 'True')
