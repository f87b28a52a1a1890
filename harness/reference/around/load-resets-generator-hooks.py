# a load takes the hooks of asynchronous generators away
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.set_asyncgen_hooks(None, None))
