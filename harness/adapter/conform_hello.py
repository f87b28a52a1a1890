"""--hello: the facts of this interpreter, as one line of JSON. A process of its own, so it may
import what it likes; what it cannot find out is empty, never an error. Capabilities are tried or
looked for, not derived from version numbers.
"""
import sys

import _imp
import os

from conform_facts import facts
from conform_interp import API, Interpreters, isolates
from conform_session import Session
from conform_text import render

ADAPTER = 'conform_adapter.py 1.0'
PROTOCOL = 1


def config(name):
    """A value of sysconfig, or ''."""
    try:
        import sysconfig
        return sysconfig.get_config_var(name) or ''
    except Exception:
        return ''


def header_folders():
    """What sysconfig says of headers: in a build tree pyconfig.h is apart from the rest."""
    import sysconfig
    folders = [sysconfig.get_path('include'), sysconfig.get_path('platinclude')]
    if sysconfig.is_python_build():
        folders += [os.path.join(config('srcdir'), 'Include'),
                    os.path.dirname(sysconfig.get_config_h_filename())]
    return folders


def have(folders, name):
    return any(os.path.exists(os.path.join(folder, name)) for folder in folders)


def include():
    """The folders of the headers; none if Python.h or pyconfig.h is in none of them."""
    try:
        folders = header_folders()
        if not have(filter(None, folders), 'Python.h'):
            folders += [config('INCLUDEPY'), config('CONFINCLUDEPY')]
    except Exception:
        return []
    kept = []
    for folder in folders:
        folder = folder and os.path.normpath(folder)
        if folder and folder not in kept and os.path.isdir(folder):
            kept.append(folder)
    return kept if have(kept, 'Python.h') and have(kept, 'pyconfig.h') else []


def musl():
    """NAME-VERSION of musl, whose loader tells its version when it is run without arguments."""
    try:
        loaders = [name for name in os.listdir('/lib') if name.startswith('ld-musl-')]
        if not loaders:
            return ''
        import subprocess
        text = subprocess.run(['/lib/' + loaders[0]], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout
        words = text.decode('ascii', 'replace').split()
        return 'musl-' + words[words.index('Version') + 1]
    except Exception:
        return 'musl'


def works(action):
    """Does ACTION come to its end: tried in a child, since it might crash."""
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            action()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def make_interpreter(kind, plugin):
    """A subinterpreter in which the loader under test is ready."""
    interps = Interpreters(Session(2, '', '', '', plugin))
    interps.end(interps.new(kind))


def interpreters(plugin):
    """The kinds of subinterpreters that there are, not those that work: a loader that fails in them
    would else be excused from the cases that show it. Only a plugin need not be made for them.
    """
    from importlib.util import find_spec
    if not any(find_spec(name) for name in API):
        return []
    kinds = ['legacy', 'isolated'] if isolates() else ['legacy']
    return [kind for kind in kinds
            if plugin is None or works(lambda: make_interpreter(kind, plugin))]


def starts_thread():
    import _thread
    lock = _thread.allocate_lock()
    lock.acquire()
    _thread.start_new_thread(lock.release, ())
    lock.acquire()


def tried(plugin):
    """Each word that the fact `cap` may hold, and whether it does."""
    suffixes = _imp.extension_suffixes()
    phases = hasattr(_imp, 'create_dynamic') and hasattr(_imp, 'exec_dynamic')
    forks = hasattr(os, 'fork')
    kinds = interpreters(plugin) if forks else []
    return {
        'native': bool(suffixes) and phases,
        'exec-phases': phases,
        'abi3': '.abi3.so' in suffixes,
        'fork': forks,
        'dlflags': hasattr(sys, 'getdlopenflags') and hasattr(sys, 'setdlopenflags'),
        'audit': hasattr(sys, 'addaudithook'),
        'threads': forks and works(starts_thread),
        'subinterp': 'legacy' in kinds,
        'isolated': 'isolated' in kinds,
        # each came together with the slot that it serves
        'interp-slot': isolates(),
        'gil-slot': hasattr(sys, '_is_gil_enabled'),
        'plugin': plugin is not None,
        'root': hasattr(os, 'getuid') and os.getuid() == 0,
    }


def capabilities(plugin):
    """The words of the fact `cap`, in order of name."""
    found = tried(plugin)
    return sorted(name for name in found if found[name])


def hello(plugin):
    """The line."""
    told = facts()
    told.setdefault('libc', musl() or sys.platform)
    told['include'] = include()
    told['cap'] = capabilities(plugin)
    return render({'protocol': PROTOCOL, 'adapter': ADAPTER, 'facts': told, 'pid': os.getpid(),
                   'executable': sys.executable or '', 'options': ['-I', '-S'],
                   'compiler': str(config('CC'))})
