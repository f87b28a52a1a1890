"""The facts of this interpreter that cost almost nothing. Hello reports them, and each worker
reports them again, so that the harness knows that it is the same interpreter. Only modules that
every start imports anyway are used; a fact that cannot be found out is empty, never an error.
"""
import sys

import _imp
import os

from conform_border import pid
from conform_text import render

SYSTEMS = {'win32': 'windows', 'cygwin': 'windows'}
FORMATS = {'windows': 'pe', 'darwin': 'macho', 'ios': 'macho', 'emscripten': 'wasm', 'wasi': 'wasm'}


def dotted(version):
    return '%d.%d.%d' % tuple(version[:3])


def arch():
    """The machine that the process is built for: a 64-bit kernel reports its own machine."""
    if not hasattr(os, 'uname'):  # Windows; sys.version names the compiler's target
        machines = ('AMD64', 'x86_64'), ('ARM64', 'aarch64')
        return next((arch for name, arch in machines if name in sys.version), 'i686')
    machine = os.uname().machine
    narrow = {'x86_64': 'i686', 'aarch64': 'armv7l'}
    wide = {'i686': 'x86_64', 'armv8l': 'aarch64'}  # a kernel that was told to say so
    # a hash is as wide as an address; on a JVM, sys.maxsize is not
    return (wide if sys.hash_info.width > 32 else narrow).get(machine, machine)


def glibc():
    """NAME-VERSION of the C library if it reports them, else ''."""
    if sys.platform == 'emscripten':  # it claims to be an old glibc
        return ''
    try:
        return '-'.join(os.confstr('CS_GNU_LIBC_VERSION').split())
    except (AttributeError, ValueError, OSError):
        return ''


def system():
    """The operating system, as the harness calls it."""
    return SYSTEMS.get(sys.platform, sys.platform.rstrip('0123456789'))


def facts():
    """The facts that are the same at every start."""
    suffix = (_imp.extension_suffixes() or [''])[0]
    known = {
        'impl': '%s-%s' % (sys.implementation.name, dotted(sys.implementation.version)),
        'py': dotted(sys.version_info),
        'os': system(),
        'format': FORMATS.get(system(), 'elf'),
        'arch': arch(),
        'abi': suffix.strip('.').rpartition('.')[0] or sys.implementation.cache_tag,
        # the build's property: an import may switch the GIL on
        'gil': '0' if 't' in getattr(sys, 'abiflags', '') else '1',
        'debug': '1' if 'd' in getattr(sys, 'abiflags', '') or suffix.startswith('_d.') else '0',
        # such a build lists all objects
        'tracerefs': '1' if hasattr(sys, 'getobjects') else '0',
        'suffix': suffix,
    }
    if glibc():
        known['libc'] = glibc()
    return known


def identity():
    """The line of JSON with which a worker identifies itself."""
    told = {'pid': pid(), 'facts': facts()}
    if sys.executable:
        told['executable'] = sys.executable
    return render(told)
