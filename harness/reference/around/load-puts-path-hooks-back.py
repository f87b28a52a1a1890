# a path hook that a module adds while it is loaded is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.path_hooks, lambda hooks: setattr(sys, 'path_hooks', hooks))
