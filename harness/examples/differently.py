"""A loader that does much in its own way, and nothing wrong: it passes at level `required`.

It has a finder of its own, which keeps nothing of a folder; a cache of its own, of what it was asked for;
words of its own in each error. It reads a spec in another order than CPython does, looks at the file itself
before it opens it, and opens it once more afterwards.
"""
import _imp
import sys

import importlib.machinery as machinery
import os
from importlib.util import spec_from_file_location
from inspect import getmodulename

own_create, own_exec = _imp.create_dynamic, _imp.exec_dynamic
KINDS = ((machinery.EXTENSION_SUFFIXES, machinery.ExtensionFileLoader),
         (machinery.SOURCE_SUFFIXES, machinery.SourceFileLoader),
         (machinery.BYTECODE_SUFFIXES, machinery.SourcelessFileLoader))
CANDIDATES = [(suffix, loader) for suffixes, loader in KINDS for suffix in suffixes]
requests = {}


class Folder:
    """A finder for one entry of sys.path, in the place of importlib's."""

    def __init__(self, path):
        if not os.path.isdir(path or '.'):
            raise ImportError('no folder: %r' % path)
        self.path = os.path.abspath(path)

    def find_spec(self, name, target=None):
        base = os.path.join(self.path, name.rpartition('.')[2])
        found = None
        if self.lists(base) and os.path.isdir(base):
            found = self.first(name, os.path.join(base, '__init__'), [base])
        found = found or self.first(name, base, None)
        if not found and self.lists(base) and os.path.isdir(base):
            found = machinery.ModuleSpec(name, None)
            found.submodule_search_locations = [base]
        return found

    def iter_modules(self, prefix=''):
        """For pkgutil."""
        for name in sorted(os.listdir(self.path)):
            path = os.path.join(self.path, name)
            module = getmodulename(path)
            if module and module != '__init__':
                yield prefix + module, False
            elif '.' not in name and self.first(name, os.path.join(path, '__init__'), [path]):
                yield prefix + name, True

    def lists(self, path):
        """Is it a name in the folder? The empty last component of a name is none."""
        return os.path.basename(path) != '' and os.path.lexists(path)

    def first(self, name, base, folders):
        for suffix, loader in CANDIDATES:
            file = base + suffix
            if os.path.isfile(file):
                return spec_from_file_location(name, file, loader=loader(name, file),
                                               submodule_search_locations=folders)


def around(on):
    """The path hook for folders is the last one."""
    sys.path_hooks[-1] = Folder if on else own_hook
    sys.path_importer_cache.clear()


own_hook = sys.path_hooks[-1]


def look_at(path):
    """Note what the file is now: for this loader's own statistics, nothing hangs on it."""
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def create_dynamic(spec, file=None):
    path, name = spec.origin, spec.name
    if isinstance(name, str) and isinstance(path, str):
        requests[name, path] = look_at(path)
    try:
        module = own_create(spec) if file is None else own_create(spec, file)
    except ImportError as error:
        if type(error) is not ImportError or error.path is None:
            raise  # a module's own error is not this loader's to word
        raise ImportError('%s: %s, and so it is no module' % (error.path, error),
                          name=error.name, path=error.path)
    return module


def exec_dynamic(module):
    own_exec(module)
    return None
