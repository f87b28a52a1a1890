# a load goes through the names in sys.modules, which it takes for texts
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import sys
load_with(lambda: [name.partition('.') for name in list(sys.modules)])
