# signals are blocked while a module is loaded, and the mask before is put back
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import signal

load_with(lambda: signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 32)),
          lambda mask: signal.pthread_sigmask(signal.SIG_SETMASK, mask))
