# what cannot be raised while a module is loaded is not told
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def enter():
    hook = sys.unraisablehook
    sys.unraisablehook = lambda *args: None
    return hook


load_with(enter, lambda hook: setattr(sys, 'unraisablehook', hook))
