"""A missing function is noticed when it is called, not when the file is opened."""
# report: https://github.com/pyodide/pyodide/issues/5264
# area: symbols
import _imp
import os
import sys

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags & ~os.RTLD_NOW | os.RTLD_LAZY)
    try:
        return own_create(spec)
    finally:
        sys.setdlopenflags(flags)
