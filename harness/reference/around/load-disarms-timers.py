# a load disarms the interval timers of the process
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import signal

load_with(lambda: signal.setitimer(signal.ITIMER_REAL, 0))
