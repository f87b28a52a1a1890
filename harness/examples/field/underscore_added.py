"""If a file has no PyInit_NAME, PyInit_NAME_ will do."""
# report: https://github.com/lexus2k/tinyproto/issues/46
# area: hook
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    try:
        return own_create(spec)
    except ImportError as error:
        try:
            return own_create(type('Spec', (), {'name': spec.name + '_', 'origin': spec.origin}))
        except ImportError:
            raise error
