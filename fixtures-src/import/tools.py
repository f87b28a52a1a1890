"""What a case asks of the import system."""
import sys

import importlib
import importlib.util


def import_level(name, level, package='regular'):
    """importlib's own function, which has all the checks in Python."""
    return importlib.__import__(name, {'__name__': 'any', '__package__': package}, level=level).__name__


def import_names(name, names):
    return __import__(name, fromlist=names).__name__


def import_in(package, name):
    return importlib.import_module(name, package).__name__


def run_in(name, text):
    """A statement in a namespace of which nothing but its name is known."""
    names = {'__name__': name}
    exec(text, names)
    return sorted(key for key in names if not key.startswith('__'))


class Meanwhile:
    """A finder that enters a module while it looks for it, and answers another spec."""

    def find_spec(self, name, path=None, target=None):
        if name == 'meanwhile':
            sys.modules[name] = type(sys)(name)
            sys.modules[name].__spec__ = importlib.util.spec_from_loader(name, None, origin='entered')
            return importlib.util.spec_from_loader(name, None, origin='found')


def find_meanwhile():
    sys.meta_path.insert(0, Meanwhile())
    return importlib.util.find_spec('meanwhile').origin


def empty(name):
    """sys.meta_path or sys.path_hooks; the first entry of sys.path remains."""
    setattr(sys, name, [])
    del sys.path[1:]
    sys.path_importer_cache.clear()


def block(name):
    sys.modules[name] = None


def append_path(name, folder):
    sys.modules[name].__path__.append(folder)


def set_path(name, *entries):
    sys.modules[name].__path__ = list(entries)


shown = None


def import_noting(name):
    """Import, and note in `shown` whether the traceback of a failure has functions of importlib."""
    global shown
    shown = False
    try:
        __import__(name)
    except BaseException as exc:
        traceback = exc.__traceback__
        while traceback:
            shown = shown or 'importlib' in traceback.tb_frame.f_code.co_filename
            traceback = traceback.tb_next
        raise
