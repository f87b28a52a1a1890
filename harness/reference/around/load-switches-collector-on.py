# after a load the collector is on, also if it was off
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import gc

load_with(int, lambda nothing: gc.enable())
