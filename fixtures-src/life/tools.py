"""What a case does with modules and their parts."""
import sys

import gc
import importlib.machinery
import importlib.util
import os
import weakref

kept = []
dead = []


def keep(name, attribute):
    kept.append(getattr(sys.modules[name], attribute))


def keep_module(name):
    kept.append(sys.modules[name])


def call_kept():
    return kept[-1]()


def keep_instance():
    """Keep an instance of the class that was kept, in its place."""
    kept[-1] = kept[-1]()


def class_of_kept():
    return type(kept[-1]).__name__


def drop():
    """Release what was kept, in any build of Python before the answer."""
    kept.pop()
    gc.collect()


def watch(name):
    kept.append(weakref.ref(sys.modules[name], lambda reference: dead.append(name)))


def deaths():
    return sorted(dead)


def has_capsule(name):
    return 'capsule' in vars(sys.modules[name])


def start(name, function):
    """A thread of Python that nobody waits for."""
    import _thread
    _thread.start_new_thread(getattr(sys.modules[name], function), ())


def leave(status):
    os._exit(status)


def load(name, file):
    loader = importlib.machinery.ExtensionFileLoader(name, file)
    spec = importlib.util.spec_from_file_location(name, file, loader=loader)
    try:
        sys.modules[name] = module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
    except (ImportError, ValueError):
        pass
    sys.modules.pop(name, None)


def used():
    """Descriptors, mappings, blocks of memory, references where the build counts them, and what malloc
    has given out, in its smallest pieces. Free-threaded builds keep each interned string for ever, so
    their blocks do not count.
    """
    import allocated
    blocks = getattr(sys, 'getallocatedblocks', int)() if 't' not in getattr(sys, 'abiflags', '') else 0
    with open('/proc/self/maps') as maps:
        mappings = len(maps.readlines())
    return [len(os.listdir('/proc/self/fd')), mappings,
            blocks, getattr(sys, 'gettotalrefcount', int)(), allocated.bytes() / 32]


def fill_caches():
    """A program made by Nuitka keeps some hundred blocks for later exceptions."""
    for _ in range(1000):
        try:
            raise ImportError
        except ImportError:
            pass


def left_by(deed):
    """What is there more after a hundred deeds, for each."""
    gc.collect()
    before = used()
    for _ in range(100):
        deed()
    gc.collect()
    return [(now - then) / 100 for now, then in zip(used(), before)]


def growth_by(deed):
    """What each of a thousand deeds leaves behind, after some that may fill caches. A cache that is
    filled or emptied later (the free lists of 3.14 take some hundred blocks) counts in some of the
    hundreds only, what a deed leaves behind in all of them. The results take some blocks, too, which
    less than a hundred deeds would not hide.
    """
    fill_caches()
    for _ in range(50):
        deed()
    hundreds = [left_by(deed) for _ in range(10)]
    return [round(min(each, key=abs)) for each in zip(*hundreds)]


def growth(name, file):
    """What each of a thousand loads leaves behind."""
    return growth_by(lambda: load(name, file))


def import_and_forget(name):
    __import__(name)
    del sys.modules[name]


def import_and_forget_submodule(name):
    """By the words `from PACKAGE import MODULE`."""
    package, _, last = name.rpartition('.')
    delattr(__import__(package, fromlist=[last]), last)
    del sys.modules[name]


def fail_to_import(name):
    try:
        __import__(name)
    except ImportError:
        pass


DEEDS = {
    'import': import_and_forget,
    'import again': __import__,
    'submodule': import_and_forget_submodule,
    'failure': fail_to_import,
    'find': importlib.util.find_spec,
    'reload': lambda name: importlib.reload(sys.modules[name]),
}


def growth_by_deed(deed, name):
    """What each of a thousand imports of a module leaves behind, or of what else is done to it."""
    return growth_by(lambda: DEEDS[deed](name))


def tie(one, other):
    """Two modules refer to each other."""
    sys.modules[one].other, sys.modules[other].other = sys.modules[other], sys.modules[one]


def of_kept_class(name):
    return type(kept[-1]) is sys.modules[name].Class


def fails_with(name):
    """The class of the SystemExit that its import raises; by then nothing is left of the module."""
    try:
        importlib.import_module(name)
    except SystemExit as error:
        failure = type(error).__name__
    gc.collect()
    return failure


def mark(name, value):
    sys.modules[name].marked = value
