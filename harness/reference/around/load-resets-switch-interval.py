# a load sets the switch interval of the threads to the usual one
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.setswitchinterval(0.005))
