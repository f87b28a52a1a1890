"""The hook of a module `libNAME` is PyInit_NAME."""
# report: https://github.com/dgrunwald/rust-cpython/issues/224
# area: hook
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    package, dot, name = spec.name.rpartition('.')
    if name[:3] == 'lib':
        spec = type('Spec', (), {'name': package + dot + name[3:], 'origin': spec.origin})
    return own_create(spec)
