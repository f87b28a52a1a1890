"""All libraries in a module's folder are opened before it, as their users need them some day."""
# report: https://github.com/pyinstaller/pyinstaller/issues/5735
# area: dependencies
import _imp
import ctypes
import os

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    folder = os.path.dirname(spec.origin)
    for name in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        if name[:3] == 'lib':
            try:
                ctypes.CDLL(os.path.join(folder, name), ctypes.RTLD_GLOBAL)
            except OSError:
                pass
    return own_create(spec)
