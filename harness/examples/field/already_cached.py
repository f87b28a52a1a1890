"""A module that imports itself while it is initialised is refused."""
# report: https://github.com/python/cpython/issues/123880
# area: singlephase-again
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic
running = set()


def create_dynamic(spec, file=None):
    if spec.name in running:
        raise ImportError("extension module '%s' is already cached" % spec.name,
                          name=spec.name, path=spec.origin)
    running.add(spec.name)
    try:
        return own_create(spec)
    finally:
        running.discard(spec.name)
