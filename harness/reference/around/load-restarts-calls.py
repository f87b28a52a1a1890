# after a load a signal that is handled no longer ends a system call
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import ctypes
libc = ctypes.CDLL(None)
load_with(lambda: [libc.siginterrupt(number, 0) for number in range(1, 32)])
