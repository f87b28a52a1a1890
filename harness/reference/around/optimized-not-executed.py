# with -O, what looks like a check is left out, and an execution slot is not run
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import sys
if sys.flags.optimize:
    put(_imp, 'exec_dynamic', lambda module: 0)
