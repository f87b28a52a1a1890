# each load takes back the descriptor that signals write to
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import signal
load_with(lambda: signal.set_wakeup_fd(-1))
