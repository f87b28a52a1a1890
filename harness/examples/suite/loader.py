"""
A loader with a feature that CPython does not have, release stamps: a module may say in the variable
acme_release for which release of a fictional application it was built. The loader refuses one that
is newer than itself, before any of its code has run, and tells the others by __release__.
"""
import _imp
import ctypes

RELEASE = 3
own_create = _imp.create_dynamic


def stamp(path):
    try:
        return ctypes.c_int.in_dll(ctypes.CDLL(path), 'acme_release').value
    except ValueError:
        return None


def create_dynamic(spec, file=None):
    release = stamp(spec.origin)
    if release is not None and release > RELEASE:
        raise ImportError('built for release %d, this is %d' % (release, RELEASE), name=spec.name,
                          path=spec.origin)
    module = own_create(spec)
    if release is not None:
        module.__release__ = release
    return module


exec_dynamic = _imp.exec_dynamic
