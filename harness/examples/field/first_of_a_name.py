"""Modules with the same last name, in different packages, are one: the first of them."""
# report: https://github.com/openvdb/fvdb-core/issues/130
# area: import
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic
first = {}


def create_dynamic(spec, file=None):
    name = spec.name.rpartition('.')[2] if isinstance(spec.name, str) else spec.name
    spec.origin = first.setdefault(name, spec.origin)
    return own_create(spec)
