# each load stops that memory is traced
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import tracemalloc
load_with(tracemalloc.stop)
