# a load looks for something beside the program
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import sys
load_with(lambda: os.path.dirname(sys.executable))
