# what cannot be raised while a module is loaded is not told
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_where(lambda: sys.unraisablehook, lambda hook: setattr(sys, 'unraisablehook', hook),
           lambda *args: None)
