"""A single-phase module does not take the place of a stub that loads it."""
# report: https://github.com/pypa/setuptools/pull/2071
# area: spec
import _imp
import sys

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    before = sys.modules.get(spec.name)
    module = own_create(spec)
    if before is not None:
        sys.modules[spec.name] = before
    return module
