"""Who this interpreter is, as far as that costs next to nothing: hello says it, and each worker
says it again, so that the harness knows that it is the same one. Only what every start has
imported anyway is used; what it cannot find out is empty, never an error.
"""
import sys

import _imp
import os

from conform_text import render


def dotted(version):
    return '%d.%d.%d' % tuple(version[:3])


def arch():
    """The machine that the process is built for, which a 64-bit kernel does not tell."""
    machine = os.uname().machine
    narrow = {'x86_64': 'i686', 'aarch64': 'armv7l'}
    return machine if sys.maxsize > 2 ** 32 else narrow.get(machine, machine)


def glibc():
    """NAME-VERSION of the C library, if it is one that tells."""
    try:
        return '-'.join(os.confstr('CS_GNU_LIBC_VERSION').split())
    except (AttributeError, ValueError, OSError):
        return ''


def facts():
    """The facts that never change from one start to the next."""
    suffix = (_imp.extension_suffixes() or [''])[0]
    known = {
        'impl': '%s-%s' % (sys.implementation.name, dotted(sys.implementation.version)),
        'py': dotted(sys.version_info),
        'arch': arch(),
        'abi': suffix.strip('.').rpartition('.')[0] or sys.implementation.cache_tag,
        # of the build: an import may change what holds at the moment
        'gil': '0' if 't' in getattr(sys, 'abiflags', '') else '1',
        'debug': '1' if hasattr(sys, 'gettotalrefcount') else '0',
        'suffix': suffix,
    }
    if glibc():
        known['libc'] = glibc()
    return known


def identity():
    """The line of JSON by which a worker says who it is."""
    return render({'pid': os.getpid(), 'executable': sys.executable or '', 'facts': facts()})
