# the exception of a load that fails has no traceback
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_failing(lambda error: setattr(error, '__traceback__', None))
