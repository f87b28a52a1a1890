# a load sets sys.excepthook to the usual one
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: setattr(sys, 'excepthook', sys.__excepthook__))
