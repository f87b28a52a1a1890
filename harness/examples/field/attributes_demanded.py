"""What a create slot returns gets its __file__ by force, whatever it is."""
# report: https://github.com/python/cpython/issues/140633
# area: multiphase
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    module = own_create(spec)
    module.__file__ = spec.origin
    return module
