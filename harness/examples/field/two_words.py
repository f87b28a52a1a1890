"""The error of a file that cannot be opened has a pair of words, and neither name nor path."""
# report: https://github.com/indygreg/PyOxidizer/issues/461
# area: dlopen
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic


def create_dynamic(spec, file=None):
    try:
        return own_create(spec)
    except ImportError:
        raise ImportError('unable to load extension module library from memory', spec.name)
