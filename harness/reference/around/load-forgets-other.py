# each load removes another module from sys.modules
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.modules.pop('locale', None))
