"""What a case asks of importlib."""
import sys

import importlib.machinery
import importlib.util

KINDS = {'extension': importlib.machinery.ExtensionFileLoader,
         'source': importlib.machinery.SourceFileLoader}
ModuleSpec = importlib.machinery.ModuleSpec


class Path:
    """A path object."""

    def __init__(self, text):
        self.text = text

    def __fspath__(self):
        return self.text


path = None


def keep_path(text):
    global path
    path = Path(text)


class Chooser:
    """A loader whose modules have attributes before the import system sets them."""
    kind = type(sys)
    given = {}

    def create_module(self, spec):
        module = self.kind('chosen')
        vars(module).update(self.given)
        return module

    def exec_module(self, module):
        pass


class Named(Chooser):
    """It knows its file."""

    def get_filename(self, name):
        return '/named/by/its/loader'


class Lost(Chooser):
    """It does not find its file."""

    def get_filename(self, name):
        raise ImportError(name)


class Unsure(Chooser):
    """It does not know whether it is a package."""

    def is_package(self, name):
        raise ImportError(name)


class Sure(Chooser):
    """It is one."""

    def is_package(self, name):
        return True


class Incomplete:
    """It cannot create."""

    def exec_module(self, module):
        pass


chooser, named, lost, unsure = Chooser(), Named(), Lost(), Unsure()
sure, incomplete = Sure(), Incomplete()


def choose(given):
    """The attributes that modules of `chooser` have."""
    Chooser.given = given


class Raising(type(sys)):
    def __setattr__(self, name, value):
        if name == '__spec__':
            raise ValueError('on purpose')
        super().__setattr__(name, value)


def raise_at_spec():
    Chooser.kind = Raising


def make_spec(given):
    kind, name, origin = given.get('kind'), given['name'], given.get('origin')
    return ModuleSpec(name, kind and KINDS[kind](name, origin), origin=origin)


def equal_specs(one, other):
    return make_spec(one) == make_spec(other)


def spec_equals(one, other):
    return make_spec(one) == other


def make_loader(words):
    kind, name, file = words
    return KINDS[kind](name, file)


def equal_loaders(one, other):
    return make_loader(one) == make_loader(other)


def equal_hashes(one, other):
    one, other = make_loader(one), make_loader(other)  # both live
    return hash(one) == hash(other)


def is_package(words):
    return make_loader(words).is_package(words[1])


def size(words):
    return len(make_loader(words).get_data(words[2])) > 1000


def folders(name, loader, package):
    """What spec_from_loader makes of the loader's word, or of ours."""
    spec = importlib.util.spec_from_loader(name, globals()[loader], is_package=package)
    return spec.submodule_search_locations


def named_package(name, package):
    return importlib.util.spec_from_loader(name, named, is_package=package).submodule_search_locations


def file_folders(name, file):
    """What spec_from_loader makes of a loader that tells both its file and whether it is a package."""
    spec = importlib.util.spec_from_loader(name, KINDS['extension'](name, file))
    return spec.submodule_search_locations


def loader_origin(name, file, origin=None):
    """Where a module is from by spec_from_loader, and whether that is its location."""
    spec = importlib.util.spec_from_loader(name, KINDS['extension'](name, file), origin=origin)
    return [spec.origin, spec.has_location]


def find_spec(name):
    spec = importlib.util.find_spec(name)
    return None if spec is None else spec.origin


def lazy(name, file):
    """Import it by a LazyLoader."""
    loader = importlib.util.LazyLoader(KINDS['extension'](name, file))
    spec = importlib.util.spec_from_file_location(name, file, loader=loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return object.__getattribute__(module, '__class__').__name__


def plain_loader(name):
    return type(sys.modules[name].__spec__.loader).__name__


def put(name, attribute, value):
    sys.modules[name].__dict__[attribute] = value


def assign(name, attribute, value):
    setattr(sys.modules[name], attribute, value)


def delete(name, attribute):
    delattr(sys.modules[name], attribute)


def replace(name):
    """Put another module in its place."""
    global replaced
    replaced = sys.modules[name]
    sys.modules[name] = type(sys)(name)


def touch_replaced(attribute):
    return getattr(replaced, attribute)


replaced = None


def reload_replaced():
    return importlib.reload(replaced).__name__


def reload_answers(name):
    """Is what reload answers the module of sys.modules, and which one is that?"""
    answer = importlib.reload(sys.modules[name])
    return [answer is sys.modules[name], sys.modules[name].__name__]


def load_module(name, file):
    """The loader's own load_module, twice: is it one module?"""
    import warnings
    loader = KINDS['extension'](name, file)
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return loader.load_module(name) is loader.load_module(name)


class Old:
    """A finder and loader of the time before exec_module."""

    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, self) if name == 'old' else None

    def load_module(self, name):
        module = sys.modules[name] = type(sys)(name)
        module.__package__ = module.__spec__ = None
        return module


def add_old():
    sys.meta_path.insert(0, Old())


class Finder:
    """Notes for which modules it is asked."""

    def __init__(self):
        self.targets = []

    def find_spec(self, name, path=None, target=None):
        self.targets.append([name, None if target is None else target.__name__])


finder = Finder()


def add_finder():
    sys.meta_path.insert(0, finder)


def targets(name):
    return [target for asked, target in finder.targets if asked == name]


def has(name):
    return globals().get(name) is not None


def change_origin(name, origin):
    sys.modules[name].__spec__.origin = origin


def register(name):
    sys.modules[name] = type(sys)(name)


def attributes(name):
    """What the import system has given a module and its spec."""
    module = sys.modules[name]
    spec = module.__spec__
    path = getattr(module, '__path__', None)
    return {'name': module.__name__, 'package': module.__package__, 'file': module.__file__,
            'path': path and list(path), 'loader': type(module.__loader__).__name__,
            'loader of spec': module.__loader__ is spec.loader,
            'spec': [spec.name, spec.parent, spec.origin, spec.has_location, spec.cached],
            'folders': spec.submodule_search_locations, 'state': spec.loader_state,
            'loader knows': [spec.loader.name, spec.loader.path]}


def created_twice(name, file):
    """Are two modules of one spec two?"""
    spec = importlib.util.spec_from_file_location(name, file)
    return importlib.util.module_from_spec(spec) is not importlib.util.module_from_spec(spec)


def create_only(name, file):
    """It is in sys.modules, but not executed."""
    spec = importlib.util.spec_from_file_location(name, file)
    sys.modules[name] = importlib.util.module_from_spec(spec)


def execute_other(name, file, executed):
    """A loader executes a module that another one has created."""
    KINDS['extension'](name, file).exec_module(sys.modules[executed])


def load_module_as(name, file, other):
    import warnings
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        return KINDS['extension'](name, file).load_module(other)


def show(name):
    return repr(sys.modules[name])


def show_made(name, loader, origin):
    return repr(importlib.util.module_from_spec(ModuleSpec(name, loader and chooser, origin=origin)))


def resources(name):
    import importlib.resources
    return str(importlib.resources.files(name))


def files_of(name):
    import inspect
    return [inspect.getfile(sys.modules[name]), inspect.getsourcefile(sys.modules[name])]


def run_as_main(name):
    import runpy
    try:
        runpy.run_module(name)
    except ImportError as error:  # whose name and path differ by version
        return str(error)


def pickled(name, attribute):
    import pickle
    value = getattr(sys.modules[name], attribute)
    kept = pickle.dumps(value)
    return pickle.loads(kept) is value


def pickled_anew(name, attribute):
    """What was pickled makes its module be imported."""
    import pickle
    kept = pickle.dumps(getattr(sys.modules[name], attribute))
    del sys.modules[name]
    pickle.loads(kept)
    return name in sys.modules


def listed(folder):
    import pkgutil
    return [[name, package] for _, name, package in pkgutil.iter_modules([folder])]


def framework(name, file, library):
    """Load as on iOS, where a file in the module's place names the library."""
    own, sys.executable = sys.executable, library  # the library's name is relative to the program
    try:
        with open(file, 'w') as out:
            out.write(library.rpartition('/')[2] + '\n')
        loader = importlib.machinery.AppleFrameworkLoader(name, file)
        spec = importlib.util.spec_from_file_location(name, file, loader=loader)
        module = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
    finally:
        sys.executable = own
    return [module.__file__, spec.origin]


def run_kept(text, kept={'__name__': 'text'}):
    """Run it; what it binds is there the next time."""
    exec(text, kept)


def block(name):
    sys.modules[name] = None


def make_lazy(loader):
    return type(importlib.util.LazyLoader(globals()[loader])).__name__


class Bare:
    """It can do nothing."""


bare = Bare()


def lazy_folder(folder, name):
    """Import by a finder whose loaders are lazy."""
    factory = importlib.util.LazyLoader.factory(KINDS['extension'])
    finder = importlib.machinery.FileFinder(folder, (factory, importlib.machinery.EXTENSION_SUFFIXES))
    spec = finder.find_spec(name)
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)


def origin_beside(name, location, path):
    """The origin of a spec whose loader has another path."""
    return importlib.util.spec_from_file_location(name, location,
                                                  loader=KINDS['extension'](name, path)).origin


def spec_shown(name):
    """The representation of its spec, without the loader's address."""
    before, _, rest = repr(sys.modules[name].__spec__).partition(' at 0x')
    return before + rest[rest.index('>'):]


def resolved(name, package):
    return importlib.util.resolve_name(name, package)


class Loaderless:
    """A finder whose spec for one module has no loader."""

    def __init__(self, name):
        self.name = name

    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, None) if name == self.name else None


def add_loaderless(name):
    sys.meta_path.insert(0, Loaderless(name))
