# a load lets the interrupt signal do what it does by default
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import signal

load_with(lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
