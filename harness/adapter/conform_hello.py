"""--hello: the facts of this interpreter, as one line of JSON. It is a process of its own, so it
may import any module. A fact that cannot be found out is empty, never an error. Capabilities are
tried or looked up, not derived from version numbers.
"""
import sys

import _frozen_importlib as bootstrap
import _imp
import os

from conform_border import pid
from conform_facts import facts, system
from conform_interp import API, Interpreters, isolates
from conform_session import Session
from conform_text import render

ADAPTER = 'conform_adapter.py 1.0'
PROTOCOL = 1
APART = """
import sys
sys.path.insert(0, sys.argv[1])
import conform_adapter  # removes that from the path
conform_adapter.part('conform_hello').make_interpreter(*sys.argv[2:])
"""


def config(name):
    """A value of sysconfig, or ''."""
    try:
        import sysconfig
        return sysconfig.get_config_var(name) or ''
    except Exception:
        return ''


def header_folders():
    """The header folders of sysconfig. In a build tree pyconfig.h is in another folder."""
    import sysconfig
    folders = [sysconfig.get_path('include'), sysconfig.get_path('platinclude')]
    if sysconfig.is_python_build():
        folders += [os.path.join(config('srcdir'), 'Include'),
                    os.path.dirname(sysconfig.get_config_h_filename())]
    return folders


def have(folders, name):
    return any(os.path.exists(os.path.join(folder, name)) for folder in folders)


def include():
    """The folders of the headers; an empty list if Python.h or pyconfig.h is missing."""
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


def mapped():
    """The files that are mapped here, if the system tells."""
    try:
        with open('/proc/self/maps', 'rb') as maps:
            lines = [os.fsdecode(line).rstrip('\n').split(None, 5) for line in maps]
    except OSError:
        return []
    return sorted({words[5] for words in lines if len(words) == 6})


def libc():
    """NAME or NAME-VERSION of the C library, if os.confstr does not know it, as on a JVM; or ''."""
    if system() == 'windows':
        return 'msvcrt' if 'GCC' in sys.version and 'UCRT' not in sys.version else 'ucrt'
    files = mapped()
    if any(file.endswith('/libc.so.6') for file in files):
        return 'glibc'
    names = 'ld-musl-', 'libc.musl-', 'libc.so'
    loaders = [file for file in files if os.path.basename(file).startswith(names)]
    if os.path.isdir('/lib'):
        loaders += ['/lib/' + name for name in os.listdir('/lib') if name.startswith('ld-musl-')]
    return next(filter(None, map(musl, loaders)), '')


def musl(file):
    """NAME-VERSION of musl, if FILE is its loader, which says so if it is run without arguments."""
    try:
        import subprocess
        text = subprocess.run([file], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT).stdout
    except Exception:
        return ''
    words = text.decode('ascii', 'replace').split()
    if 'musl' not in words:
        return ''
    return 'musl-' + words[words.index('Version') + 1] if 'Version' in words[:-1] else 'musl'


def works(action):
    """Does ACTION return? It is tried in a child, since it might crash."""
    child = os.fork()
    if not child:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            action()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def has_fork():
    """Where there are no processes, os.fork may exist all the same, and fail. A subinterpreter may
    forbid it, and in some versions the child dies of it.
    """
    try:
        return hasattr(os, 'fork') and works(lambda: None)
    except (OSError, RuntimeError):
        return False


def succeeds(action):
    """The same without fork: hello is a process of its own."""
    try:
        action()
        return True
    except Exception:
        return False


def make_interpreter(kind, plugin):
    """Make and end a subinterpreter in which the loader under test is installed."""
    interps = Interpreters(Session(2, '', '', '', plugin))
    interps.end(interps.new(kind))


def works_apart(kind, plugin):
    """Does make_interpreter return, in a program of its own? It is what is left without fork."""
    import subprocess
    here = os.path.dirname(os.path.abspath(__file__))
    try:
        return not subprocess.call(
            [sys.executable, '-c', APART, here, kind, plugin], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:  # nor are there programs
        return False


def supports(kind, plugin, forks):
    return works(lambda: make_interpreter(kind, plugin)) if forks else works_apart(kind, plugin)


def interpreters(plugin, forks):
    """The kinds of subinterpreters that the interpreter offers. They are not tried: a loader that
    fails in them would then skip the cases that show it. A plug-in is tried, since it may support
    no subinterpreters.
    """
    from importlib.util import find_spec
    if not any(find_spec(name) for name in API):
        return []
    kinds = ['legacy', 'isolated'] if isolates() else ['legacy']
    return [kind for kind in kinds
            if plugin is None or supports(kind, plugin, forks)]


def starts_thread():
    import _thread
    lock = _thread.allocate_lock()
    lock.acquire()
    _thread.start_new_thread(lock.release, ())
    lock.acquire()


def sanitizer():
    """The first of these that the interpreter is built with, or ''."""
    words = ('%s %s' % (config('CONFIG_ARGS'), config('CFLAGS'))).replace("'", ' ').split()
    names = [name for word in words if word.startswith('-fsanitize=')
             for name in word[len('-fsanitize='):].split(',')]
    for name in 'address', 'thread', 'memory', 'undefined':
        if name in names or any(word.startswith('--with-%s-' % name) for word in words):
            return name
    return ''


def gains_exec():
    """May memory that can be written be executed? PR_SET_MDWE and SELinux can forbid it."""
    try:
        import mmap
        mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    except PermissionError:
        return False
    except Exception:
        pass  # nothing here can tell
    return True


def tried(plugin):
    """Each capability, and whether the interpreter has it."""
    suffixes = _imp.extension_suffixes()
    phases = hasattr(_imp, 'create_dynamic') and hasattr(_imp, 'exec_dynamic')
    forks = has_fork()
    kinds = interpreters(plugin, forks)
    return {
        'native': bool(suffixes) and phases,
        'exec-phases': phases,
        'importlib': all(hasattr(bootstrap, name) for name in ('ModuleSpec', 'module_from_spec')),
        'abi3': '.abi3.so' in suffixes,
        'fork': forks,
        'dlflags': hasattr(sys, 'getdlopenflags') and hasattr(sys, 'setdlopenflags'),
        'audit': hasattr(sys, 'addaudithook'),
        # gates are named pipes: without them the adapter cannot tell where a thread is
        'threads': hasattr(os, 'mkfifo') and (works if forks else succeeds)(starts_thread),
        'subinterp': 'legacy' in kinds,
        'isolated': 'isolated' in kinds,
        # each of these functions came with the same release as the slot
        'interp-slot': isolates(),
        'gil-slot': hasattr(sys, '_is_gil_enabled'),
        # the probe tries these, and takes away what the C library lacks
        'lazy': hasattr(os, 'RTLD_LAZY'),
        'unload': hasattr(os, 'RTLD_NOLOAD'),
        'deepbind': hasattr(os, 'RTLD_DEEPBIND'),
        'execmem': gains_exec(),
        'plugin': plugin is not None,
        'root': hasattr(os, 'getuid') and os.getuid() == 0,
    }


def capabilities(plugin):
    """The values of the fact `cap`, sorted."""
    found = tried(plugin)
    return sorted(name for name in found if found[name])


def hello(plugin):
    """The line that answers --hello."""
    told = facts()
    told.setdefault('libc', libc() or sys.platform)
    told['shared'] = '1' if config('Py_ENABLE_SHARED') or system() == 'windows' else '0'
    built_with = sanitizer()
    if built_with:
        told['sanitizer'] = built_with
    told['include'] = include()
    told['cap'] = capabilities(plugin)
    answer = {'protocol': PROTOCOL, 'adapter': ADAPTER, 'facts': told, 'pid': pid(),
              'executable': sys.executable, 'options': ['-I', '-S'], 'compiler': str(config('CC'))}
    # a program that embeds Python may know neither its path nor its compiler
    return render({name: answer[name] for name in answer if answer[name]})
