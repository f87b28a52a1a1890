# each load sets the precision of decimal arithmetic
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import decimal
load_with(lambda: setattr(decimal.getcontext(), 'prec', 5))
