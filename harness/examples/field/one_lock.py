"""One lock is held around the creation and the execution of all modules."""
# report: https://github.com/cython/cython/issues/2486
# area: together/two-held
import _imp
import _thread

lock = _thread.RLock()


def create_dynamic(spec, file=None):
    with lock:
        return own_create(spec)


def exec_dynamic(module):
    with lock:
        return own_exec(module)


own_create, own_exec = _imp.create_dynamic, _imp.exec_dynamic
