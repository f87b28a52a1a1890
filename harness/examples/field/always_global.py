"""Each file is opened with RTLD_GLOBAL, so that two copies of a library mix."""
# report: https://github.com/ImageEngine/cortex/issues/810
# area: dlopen-flags
import _imp
import os
import sys

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_GLOBAL)
    try:
        return own_create(spec)
    finally:
        sys.setdlopenflags(flags)
