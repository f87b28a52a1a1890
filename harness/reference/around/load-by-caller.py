# no module can be loaded while a coroutine runs
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import inspect
import sys


def look():
    frame = sys._getframe()
    while frame:
        if frame.f_code.co_flags & inspect.CO_COROUTINE:
            raise RuntimeError('a coroutine cannot wait for a module')
        frame = frame.f_back


load_with(look)
