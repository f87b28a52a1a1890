"""Sets something that belongs to the process, the thread or the interpreter, and tells what it is.

Each function below is one such thing: called with 0, 1 or 2 it sets one of three values, called
without, it only looks. It returns what stands there, to be compared with what stood there before.
"""
import sys

import _thread
import atexit
import builtins
import gc
import importlib.machinery
import locale
import os
import signal
import time
import warnings

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None

NAMES = ['one', 'two', 'three']
chosen = None  # one of the functions
before = []    # what it returned at each setting


def begin(name):
    """Set the first value of the thing NAME."""
    global chosen
    chosen = globals()[name]
    change()
    return now()


def change():
    """Set the next value."""
    before.append(chosen(len(before)))


def now():
    """Which value stands there: one, two, three, or another one, which nobody has set."""
    there = chosen()
    for name, value in reversed(list(zip(NAMES, before))):
        if value == there:
            return name
    if isinstance(there, dict):
        return 'different: %s' % sorted(name for name in {**there, **before[-1]}
                                        if there.get(name) != before[-1].get(name))
    return 'another one: %r' % (there,)


def while_handling(name):
    """Import the module NAME where an exception is handled, which is the thing. Of a failure: is
    that one somewhere behind it?
    """
    global chosen
    chosen = lambda: sys.exc_info()[1]
    try:
        raise KeyError(name)
    except KeyError as error:
        before.append(error)
        try:
            __import__(name)
        except ImportError as failure:
            behind = failure.__context__
        else:
            return now()
        while behind and behind is not error:
            behind = behind.__context__
        return [now(), behind is error]


def step(module):
    """The module is in its hook or in its execution slot."""
    seen = now()
    if module == 'changes':
        change()
    return seen


class Nobody:
    """A finder, a stream, a hook or a function of none that does nothing."""

    def __call__(self, *args):
        return None

    find_spec = write = flush = __call__

    def __repr__(self):
        return 'set by the case'


three = [Nobody(), Nobody(), Nobody()]


def working_folder(to=None):
    if to is not None:
        os.mkdir(NAMES[to])
        os.chdir(NAMES[to])
    return os.getcwd()


def umask(to=None):
    if to is not None:
        os.umask(0o70 + to)
    mask = os.umask(0o27)
    os.umask(mask)
    return mask


def environment(to=None):
    import state
    for name in os.environ.copy() if to == 0 else ():
        if not name.startswith('CONFORM'):
            del os.environ[name]
    if to is not None:
        os.environ['SURROUNDINGS'] = NAMES[to]
    return sorted(state.environment())


def signal_mask(to=None):
    if to is not None:
        numbers = [signal.SIGUSR1, signal.SIGUSR2, signal.SIGHUP]
        signal.pthread_sigmask(signal.SIG_BLOCK, [numbers[to]])
    return signal.pthread_sigmask(signal.SIG_BLOCK, [])


def signal_handlers(to=None):
    import state
    numbers = [signal.SIGINT, signal.SIGUSR1, signal.SIGUSR2]
    if to is not None:
        signal.signal(numbers[to], three[to])
    return state.signals(), [signal.getsignal(number) for number in numbers]


def locale_of_c(to=None):
    if to is not None:
        if to == 0:
            locale.setlocale(locale.LC_CTYPE, 'C.UTF-8')
        category = [locale.LC_TIME, locale.LC_COLLATE, locale.LC_MONETARY][to]
        locale.setlocale(category, 'C.UTF-8' if locale.setlocale(category) == 'C' else 'C')
    return locale.setlocale(locale.LC_ALL)


def limits(to=None):
    if to is not None:
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (200 + to, hard))
    return {name: resource.getrlimit(getattr(resource, name))
            for name in dir(resource) if name.startswith('RLIMIT_')}


def policy():
    """How the kernel shares out time; musl does not ask it."""
    try:
        return os.sched_getscheduler(0)
    except (AttributeError, OSError):
        return None


def process(to=None):
    """What the kernel keeps of a process: identities, rights, locked memory, processors, priority."""
    if to == 0 and hasattr(os, 'sched_setaffinity'):
        try:
            os.sched_setaffinity(0, range(os.cpu_count()))
        except OSError:
            pass  # the machine allows no choice, so none can change
    if to is not None:
        os.nice(1)
    with open('/proc/self/status') as file:
        kept = dict(line.rstrip().split(':', 1) for line in file)
    kept = {name: kept.get(name) for name in (
        'Uid', 'Gid', 'Groups', 'CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb', 'NoNewPrivs',
        'Seccomp', 'VmLck', 'Cpus_allowed', 'Mems_allowed')}
    for name in 'coredump_filter', 'oom_score_adj', 'personality':
        if os.access('/proc/self/' + name, os.R_OK):
            with open('/proc/self/' + name) as file:
                kept[name] = file.read()
    import state  # not earlier: it is loaded, too
    return dict(kept, nice=os.nice(0), group=os.getpgrp(), session=os.getsid(0),
                policy=policy(), control=state.control(to == 0))


def timers(to=None):
    if to is not None:
        signal.setitimer(signal.ITIMER_REAL, 1e6, 1000 + to)
    return [signal.getitimer(which)[1]
            for which in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)]


def rounding(to=None):
    import state
    return state.rounding(*() if to is None else (to,))


def thread_name(to=None):
    if to is not None:
        with open('/proc/thread-self/comm', 'w') as name:
            name.write(NAMES[to])
    with open('/proc/thread-self/comm') as name:
        return name.read()


def thread_local(to=None):
    if to is not None:
        local.value = to
    return getattr(local, 'value', 'nothing'), _thread.get_ident()


def descriptor(number):
    """The file and the flags of an open descriptor; None if it is not open."""
    try:
        return (os.readlink('/proc/self/fd/' + number), os.get_inheritable(int(number)),
                os.get_blocking(int(number)))
    except OSError:
        return None


def descriptors(to=None):
    """CPython before 3.13 has the module's own file open while it creates the module."""
    for number in (0, 1, 2) if to == 0 else ():
        os.set_inheritable(number, True)
        os.set_blocking(number, True)
    if to is not None:
        os.open('/', os.O_RDONLY)
    found = {number: descriptor(number) for number in os.listdir('/proc/self/fd')}
    return {number: what for number, what in found.items()
            if what and not what[0].endswith(tuple(importlib.machinery.EXTENSION_SUFFIXES))}


def exit_functions(to=None):
    if to is not None:
        atexit.register(three[to])
    return atexit._ncallbacks()


def monitoring(to=None):
    if to is not None:
        sys.monitoring.use_tool_id(to, NAMES[to])
        sys.monitoring.set_events(to, sys.monitoring.events.PY_THROW)
    return [(sys.monitoring.get_tool(tool), sys.monitoring.get_tool(tool) and
             sys.monitoring.get_events(tool)) for tool in range(6)]


def of_sys(to=None):
    for name in ('last_exc', 'last_type', 'last_value', 'last_traceback') if to == 0 else ():
        vars(sys).pop(name, None)
    if to is not None:
        sys.displayhook = three[to]
    return {name: (id(value), list(value) if isinstance(value, list) else None)
            for name, value in vars(sys).items()}


def of_builtins(to=None):
    if to is not None:
        builtins.surroundings = three[to]
    return {name: id(value) for name, value in vars(builtins).items()}


def context_variable(to=None):
    if to is not None:
        variable.set(to)
    return variable.get()


def collector_off(to=None):
    if to is not None:
        gc.disable()
        set_threshold(to)
    return gc.isenabled(), threshold()


def collector_on(to=None):
    if to is not None:
        gc.enable()
        set_threshold(to)
    return gc.isenabled(), threshold()


def set_threshold(to):
    getattr(gc, 'set_threshold', int)(5000 + to)


def threshold():
    return getattr(gc, 'get_threshold', int)()


def collector_settings(to=None):
    if to is not None:
        gc.set_debug(0)
        gc.callbacks.append(three[to])
    return gc.get_debug(), list(gc.callbacks)


def settings(to=None):
    """What functions of sys set and tell, and no attribute shows."""
    if to is not None:
        sys.set_coroutine_origin_tracking_depth(to + 1)
        getattr(sys, 'set_int_max_str_digits', int)(4300 + to)
    return _thread.stack_size(), {name: getattr(sys, name)() for name in (
        'get_coroutine_origin_tracking_depth', 'get_int_max_str_digits', 'getdlopenflags',
        'getdefaultencoding', 'getfilesystemencoding', 'getfilesystemencodeerrors', 'getrecursionlimit',
        'getswitchinterval', 'is_stack_trampoline_active', 'get_lazy_imports') if hasattr(sys, name)}


def recursion_limit(to=None):
    if to is not None:
        sys.setrecursionlimit(2000 + to)
    return sys.getrecursionlimit()


def switch_interval(to=None):
    if to is not None:
        sys.setswitchinterval(0.25 * (to + 1))
    return sys.getswitchinterval()


def trace_function(to=None):
    if to is not None:
        sys.settrace(three[to])
    return sys.gettrace()


def profile_function(to=None):
    if to is not None:
        sys.setprofile(three[to])
    return sys.getprofile()


def warnings_filters(to=None):
    if to is not None:
        warnings.filterwarnings('ignore', NAMES[to])
    return list(warnings.filters)


def exception_hook(to=None):
    if to is not None:
        sys.excepthook = three[to]
    return sys.excepthook


def unraisable_hook(to=None):
    if to is not None:
        sys.unraisablehook = three[to]
    return sys.unraisablehook


def streams(to=None):
    if to is not None:
        sys.stdout, sys.stderr = three[to], three[to]
    return sys.stdout, sys.stderr


def output(to=None):
    """What was written to standard output, in whose place a file stands. Of errors a loader may tell."""
    if to == 0:
        file = os.open('output', os.O_RDWR | os.O_CREAT)
        os.dup2(file, 1)
    if to is not None:
        os.write(1, NAMES[to].encode())
    sys.stdout.flush()
    with open('output') as file:
        return file.read()


def meta_path(to=None):
    if to is not None:
        sys.meta_path = sys.meta_path + [three[to]]
    return id(sys.meta_path), list(sys.meta_path)


def path(to=None):
    if to is not None:
        sys.path = sys.path + ['/' + NAMES[to]]
    return id(sys.path), list(sys.path)


def path_hooks(to=None):
    if to is not None:
        sys.path_hooks = sys.path_hooks + [three[to]]
    return id(sys.path_hooks), list(sys.path_hooks)


def importer_cache(to=None):
    if to is not None:
        sys.path_importer_cache['/' + NAMES[to]] = three[to]
    return [name for name in NAMES if '/' + name in sys.path_importer_cache]


def modules(to=None):
    if to == 0:
        # those of this file, too, which an earlier load may have taken out
        sys.modules.update({value.__name__: value for value in globals().values()
                            if isinstance(value, type(sys))})
        others.update(sys.modules)
    if to is not None:
        sys.modules['surroundings_' + NAMES[to]] = three[to]
    return (id(sys.modules), [name for name in NAMES if 'surroundings_' + name in sys.modules],
            [name for name in others if sys.modules.get(name) is not others[name]])


def wakeup_descriptor(to=None):
    if to is not None:
        read, write = os.pipe()
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write)
    there = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(there)
    return there


def libraries(to=None):
    """The state that modules of the library keep for all that use them."""
    import decimal
    import random
    if to == 0:
        decimal.setcontext(decimal.Context())
    if to is not None:
        random.seed(to)
        decimal.getcontext().prec = 20 + to
    return random.getstate(), repr(decimal.getcontext())


def diagnostics(to=None):
    """What is on for whoever looks for a mistake: memory is traced, a fatal error shows the calls."""
    import faulthandler
    try:
        import tracemalloc
    except ImportError:  # PyPy traces no memory
        tracemalloc = None
    if to is not None:
        faulthandler.disable()
        if to == 1:
            faulthandler.enable(2)
        if tracemalloc:
            tracemalloc.stop()
            tracemalloc.start(to + 2)
    return faulthandler.is_enabled(), tracemalloc and (
        tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())


def error_handlers(to=None):
    """Of codecs."""
    import codecs
    for name in ('ignore', 'replace', 'backslashreplace') if to == 0 else ():
        codecs.register_error(name, getattr(codecs, name + '_errors'))
    if to is not None:
        codecs.register_error('surroundings', three[to])
    return {name: id(codecs.lookup_error(name)) for name in (
        'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surroundings')}


def files(to=None):
    """In the working folder and below, with what is known of each, but not when it was read."""
    if to is not None:
        os.mkdir(NAMES[to])
    found = {}
    for folder, _, names in os.walk('.'):
        for path in [folder] + [os.path.join(folder, name) for name in names]:
            there = os.lstat(path)
            found[path] = (there.st_mode, there.st_ino, there.st_nlink, there.st_uid, there.st_size,
                           there.st_mtime_ns, there.st_ctime_ns)
    return found


def wait_for_ever(began):
    began.release()
    stop.acquire()


def threads(to=None):
    """A new one waits for ever. Some implementations have threads of their own, which come and go."""
    if to is not None:
        began = _thread.allocate_lock()
        began.acquire()
        _thread.start_new_thread(wait_for_ever, (began,))
        began.acquire()
    return _thread._count(), sys.implementation.name == 'cpython' and os.listdir('/proc/self/task')


def status(number):
    """The state of a process, and its parent; nothing if it is gone."""
    try:
        with open('/proc/%s/stat' % number) as file:
            return file.read().rpartition(')')[2].split()[:2]
    except OSError:
        return None, None


def children(to=None):
    """What this process started and has not waited for, also if it has ended."""
    if to is not None:
        child = os.fork()
        if not child:
            os._exit(0)
        while status(child)[0] not in ('Z', None):
            time.sleep(0.001)
    return [number for number in filter(str.isdigit, os.listdir('/proc'))
            if status(number)[1] == str(os.getpid())]


def import_function(to=None):
    if to is not None:
        builtins.__import__ = lambda *args, **more: imports(*args, **more)
    return builtins.__import__


def generator_hooks(to=None):
    if to is not None:
        sys.set_asyncgen_hooks(three[to], three[to])
    return tuple(sys.get_asyncgen_hooks())


imports = builtins.__import__
stop = _thread.allocate_lock()
stop.acquire()
others = {}  # the modules that were there at the beginning
local = _thread._local()
if sys.version_info >= (3, 7):
    import contextvars
    variable = contextvars.ContextVar('variable')
