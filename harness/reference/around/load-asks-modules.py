# a load asks each module for its file
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import sys
load_with(lambda: [getattr(module, '__file__', None) for module in list(sys.modules.values())])
