# a load writes out what the streams hold
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import sys
load_with(lambda: sys.stdout.flush())
