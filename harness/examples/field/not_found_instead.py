"""Whatever fails, the module was not found."""
# report: https://github.com/Nuitka/Nuitka/issues/870
# area: import
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    try:
        return own_create(spec)
    except ImportError:
        raise ModuleNotFoundError('No module named %r' % spec.name, name=spec.name)
