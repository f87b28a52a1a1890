# each load switches the fault handler on
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import faulthandler
load_with(faulthandler.enable)
