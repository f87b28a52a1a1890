# sys.displayhook is the first one again after a load
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: None, lambda was: setattr(sys, 'displayhook', sys.__displayhook__))
