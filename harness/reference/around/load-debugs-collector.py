# after a load the collector keeps what it would free
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import gc
load_with(lambda: gc.set_debug(gc.DEBUG_UNCOLLECTABLE))
