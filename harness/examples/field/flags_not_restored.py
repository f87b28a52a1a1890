"""The flags of dlopen are changed for a load, and stay changed if it fails."""
# report: https://github.com/pytorch/pytorch/issues/22958
# area: dlopen
import _imp
import os
import sys

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    flags = sys.getdlopenflags()
    sys.setdlopenflags(flags | os.RTLD_NODELETE)
    module = own_create(spec)
    sys.setdlopenflags(flags)
    return module
