"""The hook is named after the file, not after the module."""
# report: https://github.com/pybind/python_example/issues/99
# area: hook
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    name = spec.origin.rpartition('/')[2].partition('.')[0]
    return own_create(type('Spec', (), {'name': name, 'origin': spec.origin}))
