"""What a case does to the import system."""
import sys

import importlib.machinery
import os


def use(entry):
    """Put an entry in front of sys.path, and leave all caches as they are."""
    sys.path.insert(0, entry)


def use_bytes(entry):
    sys.path.insert(0, os.fsencode(entry))


def use_long(length):
    sys.path.insert(0, '/' + 'n' * (length - 1))


def use_none():
    sys.path.insert(0, None)


def invalidate():
    importlib.invalidate_caches()


def kept(entry):
    return entry in sys.path_importer_cache


class Finder:
    """A path entry finder, or one of sys.meta_path, that does what it is told."""

    def __init__(self, deed):
        self.deed = deed
        self.asked = []

    def find_spec(self, name, path=None, target=None):
        if name != 'which' and not name.startswith('which.'):
            return None
        self.asked.append([name, None if path is None else list(path), getattr(target, 'a', None)])
        if self.deed == 'raise':
            raise ValueError(name)
        if self.deed == 'incomplete':
            return importlib.machinery.ModuleSpec(name, None)
        if self.deed == 'find':
            return importlib.machinery.ModuleSpec(name, self, origin='found by a hook')
        return None


finder = None
hooks = 0


def add_finder(deed):
    """Put a finder in front of sys.meta_path."""
    global finder
    finder = Finder(deed)
    sys.meta_path.insert(0, finder)


def asked():
    return finder.asked


def add_hook(deed, entry, first=True):
    """A path hook that is responsible for one entry of sys.path."""
    def hook(path):
        global hooks
        if path != entry:
            raise ImportError(path)
        hooks += 1
        if deed == 'fail':
            raise ValueError(path)
        return Entry(deed)

    sys.path_hooks.insert(0 if first else len(sys.path_hooks), hook)
    sys.path_importer_cache.pop(entry, None)


class Entry(Finder):
    def find_spec(self, name, target=None):
        return Finder.find_spec(self, name)


def drop_meta_path():
    sys.meta_path = None


def block(name):
    sys.modules[name] = None


def import_module(name, package=None):
    return importlib.import_module(name, package).__name__


def import_function(name):
    return importlib.__import__(name).__name__


heard = []


def listen():
    def hook(event, args):
        if event == 'import':
            heard.append(args)

    sys.addaudithook(hook)


def heard_of(name):
    return any(args[0] == name and args[1] is None for args in heard)  # a loader's event has a file


def heard_with(name):
    """Return what each event of this name was given: a loader's its file and how many, as more is not promised."""
    def word(value):
        known = ('path', 'meta_path', 'path_hooks')
        return next(('sys.' + key for key in known if value is getattr(sys, key)), value)

    return [[args[1], len(args)] if args[1] else [word(value) for value in args[1:]]
            for args in heard if args[0] == name]


class Between:
    """It finds as PathFinder does, and then changes files, before they are loaded."""

    def __init__(self, deed, files):
        self.deed, self.files = deed, files

    def find_spec(self, name, path=None, target=None):
        spec = importlib.machinery.PathFinder.find_spec(name, path, target)
        if name == 'which' and spec and self.deed:
            getattr(os, self.deed)(*self.files)
            self.deed = None
        return spec


def add_between(deed, *files):
    sys.meta_path.insert(0, Between(deed, files))


def add_last(deed):
    """Put a finder behind all others on sys.meta_path."""
    global finder
    finder = Finder(deed)
    sys.meta_path.append(finder)


def add_object():
    """Something on sys.meta_path that is no finder."""
    sys.meta_path.insert(0, object())


def run_in(text, **names):
    """What a statement binds in a namespace that has these names."""
    before = set(names)
    exec(text, names)
    return sorted(getattr(value, '__name__', name) for name, value in names.items()
                  if name not in before and name[:2] != '__')


def warnings_are_errors():
    import warnings
    warnings.simplefilter('error')


def run_with(text, names, parent=None):
    """The statement, in a namespace of these names; PARENT also gives it a spec of that parent."""
    if parent is not None and not isinstance(parent, str):
        names = dict(names, __spec__=type(sys.implementation)(parent=parent))
    elif parent is not None:
        names = dict(names, __spec__=importlib.machinery.ModuleSpec(parent + '.any', None))
    return run_in(text, **names)


def run_below(package, text):
    """The statement, in a namespace whose spec is below a package and whose name is elsewhere."""
    return run_with(text, {'__name__': 'nowhere.any', '__package__': package}, package)


def add_site(folder):
    import site
    site.addsitedir(folder)


def suffixes_agree():
    import _imp
    return importlib.machinery.EXTENSION_SUFFIXES == _imp.extension_suffixes()


class Text(str):
    pass


def use_text(entry):
    """An entry of a class of its own."""
    sys.path.insert(0, Text(entry))


class Registering:
    """It finds as PathFinder does, and puts a module of this name into sys.modules meanwhile."""

    def __init__(self, spec):
        self.spec = spec

    def find_spec(self, name, path=None, target=None):
        if name != 'which':
            return None
        module = type(sys)(name)
        if self.spec == 'absent':
            del module.__spec__
        elif self.spec == 'another':
            module.__spec__ = importlib.machinery.ModuleSpec(name, None, origin='registered')
        sys.modules[name] = module
        return importlib.machinery.PathFinder.find_spec(name, path, target)


def add_registering(spec):
    """The module that is registered has no spec, None as its spec, or another one."""
    sys.meta_path.insert(0, Registering(spec))


def origin_found(name):
    """The origin of the spec that the import system uses for a module; sys.modules as it was."""
    import _frozen_importlib
    spec = _frozen_importlib._find_spec(name, None)
    sys.modules.pop(name, None)
    return spec.origin


def path_of(name):
    """Its folders' last parts, by iteration and by index, their number, what it has."""
    path = sys.modules[name].__path__
    return [[os.path.basename(os.path.dirname(folder)) for folder in path],
            os.path.basename(os.path.dirname(path[0])), len(path), path[0] in path,
            [path[1]] == list(path)[1:]]


def put_first_in_path(name, folder):
    """In place of the folder that was the first one."""
    sys.modules[name].__path__[0] = folder


def append_to_path(name, folder):
    sys.modules[name].__path__.append(folder)


def register_object(name):
    """An object in sys.modules that is no module, and has no __spec__."""
    sys.modules[name] = 42
