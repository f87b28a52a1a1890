"""The verbs: what each command of a case does, and the value that answers it. Those for files and
for the import system around a loader have files of their own.
"""
import sys

import _frozen_importlib as bootstrap
import _frozen_importlib_external as external
import _imp
import _thread
import os

import conform_around
import conform_files
import conform_threads
from conform_interp import Interpreters
from conform_session import (FLAGS, SimpleNamespace, flush, get_flags, lookup, number, own_import,
                             put, refuse, signal_name, verb)
from conform_text import Lines, Word, class_name, message, quote, render, scalar


def literal(word):
    """The value of an argument; a bare word is a number, a constant or a string."""
    return scalar(word) if type(word) is Word else word


# Modules

@verb('import', 1)
def do_import(session, name):
    return session.keep(name, bootstrap._gcd_import(name))


def creates():
    """Whether there is a create_dynamic; a plugin may have put its own in place."""
    return getattr(_imp, 'create_dynamic', None) is not None


def loads_extensions():
    return creates() and bool(_imp.extension_suffixes())


@verb('load', 2)
def do_load(session, name, file):
    if not loads_extensions():
        raise NotImplementedError('no extension modules')
    loader = external.ExtensionFileLoader(name, file)
    spec = external.spec_from_file_location(name, file, loader=loader)
    return session.keep(name, bootstrap._load(spec))


@verb('create', 2, 3)
def do_create(session, name, file, second=None):
    if second not in (None, 'file'):
        refuse("third argument of create: '%s'" % second)
    if not creates():
        raise NotImplementedError('no create_dynamic')
    spec = SimpleNamespace(name=name, origin=file)
    module = _imp.create_dynamic(spec, True) if second else _imp.create_dynamic(spec)
    session.made[name] = module
    return module


@verb('exec', 1)
def do_exec(session, name):
    _imp.exec_dynamic(session.module(name))


@verb('reload', 1)
def do_reload(session, name):
    return own_import('importlib').reload(session.module(name))


@verb('forget', 1)
def do_forget(session, name):
    was = name in sys.modules
    session.made.pop(name, None)
    sys.modules.pop(name, None)
    return was


@verb('find', 1)
def do_find(session, name):
    parent = name.rpartition('.')[0]
    path = bootstrap._gcd_import(parent).__path__ if parent else None
    spec = bootstrap._find_spec(name, path)
    if spec is None:
        return None
    loader = spec.loader if isinstance(spec.loader, type) else type(spec.loader)
    return {'name': spec.name, 'origin': spec.origin,
            'loader': None if spec.loader is None else class_name(loader),
            'package': spec.submodule_search_locations is not None}


@verb('loaded?', 1)
def do_loaded(session, name):
    return name in sys.modules


# Attributes

@verb('get', 1)
def do_get(session, reference):
    return session.resolve(reference)[0]


@verb('set', 2)
def do_set(session, reference, value):
    owner, names = session.resolve(str(reference), attributes=1)
    setattr(owner, names[0], literal(value))


@verb('call', 1, 1000)
def do_call(session, reference, *args):
    return session.resolve(str(reference))[0](*[literal(word) for word in args])


@verb('same?', 2)
def do_same(session, one, other):
    return session.resolve(one)[0] is session.resolve(other)[0]


@verb('names', 1, 2)
def do_names(session, name, types=None):
    if types not in (None, 'types'):
        refuse("names M '%s'" % types)
    module = session.module(name)
    names = sorted(name for name in dir(module)
                   if not (name.startswith('__') and name.endswith('__')))
    if not types:
        return names
    return {name: class_name(type(getattr(module, name))) for name in names}


@verb('mentions?', 1)
def do_mentions(session, text):
    return session.message is not None and text in session.message


@verb('error?', 1, 2)
def do_error(session, key, value=None):
    """Has the last ImportError this attribute, with this value? Its name may be the last part."""
    if key not in ('name', 'path'):
        refuse('error? ' + key)
    got = session.error.get(key)
    if value is None or got is None:
        return got is not None
    return got == value or key == 'name' and got == value.rpartition('.')[2]


# The interpreter

@verb('dlflags', 0, 10)
def do_dlflags(session, *words):
    if not hasattr(sys, 'getdlopenflags'):
        raise NotImplementedError('no dlopen flags')
    if not words:
        flags = get_flags()
        named = [(word, bit) for word, bit in FLAGS if flags & bit]
        rest = flags & ~sum(bit for word, bit in named)
        return [word for word, bit in named] + ([rest] if rest else [])
    if len(words) == 1 and type(words[0]) is not Word:
        return sys.setdlopenflags(words[0])
    flags = 0
    for word in words:
        named = dict(FLAGS)
        flags |= named[word] if word in named else number(word, 0)
    return sys.setdlopenflags(flags)


@verb('suffixes', 0)
def do_suffixes(session):
    return external.EXTENSION_SUFFIXES


@verb('path', 2)
def do_path(session, action, folder):
    if action not in ('add', 'remove'):
        refuse("path '%s'" % action)
    if action == 'add':
        sys.path.insert(0, folder)
    else:
        sys.path.remove(folder)
    # not importlib.invalidate_caches(): it imports importlib.metadata, which imports extensions
    for entry, finder in list(sys.path_importer_cache.items()):
        if finder is None:
            del sys.path_importer_cache[entry]
        elif hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


@verb('watch', 1)
def do_watch(session, what):
    if what not in ('audit', 'warnings'):
        refuse("watch '%s'" % what)
    (watch_audit if what == 'audit' else watch_warnings)(session.fd)


def watch_audit(fd):
    if not hasattr(sys, 'addaudithook'):
        raise NotImplementedError('no audit hooks')

    def hook(event, args):
        if event == 'import' and len(args) > 1 and args[1] is not None and not own_import.busy:
            put(fd, '| audit import %s %s' % (render(args[0]), render(args[1])))
    sys.addaudithook(hook)


def watch_warnings(fd):
    warnings = own_import('warnings')

    def show(text, category, filename, lineno, file=None, line=None):
        put(fd, '| warning ' + class_name(category))
        put(fd, '~ warning ' + quote(message(text)))
    warnings.showwarning = show
    if not sys.warnoptions:
        warnings.simplefilter('always')


@verb('gc', 0)
def do_gc(session):
    own_import('gc').collect()


@verb('exit', 0, 1)
def do_exit(session, reference=None):
    """Leave; X.F begins the next run of Python in this process, for the commands that follow."""
    session.begin_again = reference and session.resolve(reference)[0]
    session.leaving = True


@verb('interp', 2)
def do_interp(session, action, which):
    if session.interps is None:
        session.interps = Interpreters(session)
    return session.interps.do(action, which)


# Threads and processes

def start_thread(body, args, first):
    try:
        _thread.start_new_thread(body, args)
    except RuntimeError:
        if first:
            raise NotImplementedError('no threads')
        raise


@verb('thread', 2, 1000)
def do_thread(session, count, *words):
    lookup(words)
    gate = _thread.allocate_lock()
    was = session.has(words)
    outcomes = []
    running = []
    gate.acquire()

    def body(index, ready, done):
        ready.release()
        with gate:
            pass
        outcomes[index] = session.attempt(words)
        done.release()

    for index in range(number(count)):
        locks = _thread.allocate_lock(), _thread.allocate_lock()
        for lock in locks:
            lock.acquire()
        outcomes.append(None)
        running.append(locks)
        start_thread(body, (index,) + locks, index == 0)
    for ready, done in running:
        ready.acquire()
    gate.release()
    for ready, done in running:
        done.acquire()
    lines = Lines()
    for index, out in enumerate(outcomes):
        lines.append('= thread %d' % (index + 1))
        lines += list(out.lines) + session.unasked(words, was, out)
        if out.failed:
            session.message, session.error = out.message, out.error
    return lines


@verb('fork', 1, 1000)
def do_fork(session, *words):
    lookup(words)
    if not hasattr(os, 'fork'):
        raise NotImplementedError('no fork')
    flush()
    child = os.fork()
    if not child:
        session.obey(words)
        flush()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return Lines(['= signal ' + signal_name(os.WTERMSIG(status))])
    return Lines(['= exit %d' % os.WEXITSTATUS(status)])
