# after a load a division of floats by zero ends the process
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import ctypes
libm = ctypes.CDLL('libm.so.6')
load_with(lambda: libm.feenableexcept(4))
