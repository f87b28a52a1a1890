"""Each file is opened with RTLD_DEEPBIND, so that what the program provides is not used."""
# report: https://github.com/gperftools/gperftools/issues/1148
# area: symbols
import _imp
import os
import sys

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_DEEPBIND)
    try:
        return own_create(spec)
    finally:
        sys.setdlopenflags(flags)
