# "from x import y" takes a submodule that cannot be loaded for one that is not there
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist',
       'except ModuleNotFoundError as exc:',
       'except ImportError as exc:')
