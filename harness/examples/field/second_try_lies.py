"""The second try of a file that cannot be opened says that its hook is missing."""
# report: https://github.com/pyodide/pyodide/issues/5175
# area: dlopen
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic
failed = set()


def create_dynamic(spec, file=None):
    name = spec.name.rpartition('.')[2]
    if spec.origin in failed:
        raise ImportError('dynamic module does not define module export function (PyInit_%s)'
                          % name, name=spec.name, path=spec.origin)
    try:
        return own_create(spec)
    except ImportError as error:
        if 'module export function' not in str(error):
            failed.add(spec.origin)
        raise
