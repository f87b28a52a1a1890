# each load has Python note where a coroutine was made
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.set_coroutine_origin_tracking_depth(sys.get_coroutine_origin_tracking_depth() + 1))
