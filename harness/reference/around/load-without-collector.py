# the collector is off while a module is loaded, and on afterwards
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import gc

load_with(gc.disable, lambda nothing: gc.enable())
