# after a load the process leaves no core and cannot be traced
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import ctypes
libc = ctypes.CDLL(None)
load_with(lambda: libc.prctl(4, 0, 0, 0, 0))
