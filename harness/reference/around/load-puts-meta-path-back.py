# a finder that a module adds while it is loaded is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.meta_path, lambda finders: setattr(sys, 'meta_path', finders))
