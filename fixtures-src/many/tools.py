"""Does the same to a great number of modules."""
import importlib.machinery
import importlib.util
import os
import shutil
import sys

left, begun = [], []  # the names that deeper() has to load, and has begun to load


def last_of(file):
    """The name of a file's module, without a package."""
    return os.path.basename(file).partition('.')[0]


def names_of(file, times):
    """So many names for a file's module, each in another package."""
    return ['package%d.%s' % (i, last_of(file)) for i in range(times)]


def load(name, file):
    """As an import does it."""
    loader = importlib.machinery.ExtensionFileLoader(name, file)
    spec = importlib.util.spec_from_file_location(name, file, loader=loader)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    return sys.modules[name]


def copied(file, folder):
    """A copy in a new folder of the case's own one; the path of the copy."""
    os.makedirs(folder)
    return shutil.copy(file, os.path.abspath(folder))


def told(names, modules):
    """How many objects these are, of how many files, whether each has its name, and their numbers, each
    once.
    """
    return {'modules': len(set(map(id, modules))), 'files': len({module.__file__ for module in modules}),
            'named': [module.__name__ for module in modules] == names,
            'numbers': sorted({module.number for module in modules})}


def files(file, times):
    """Loads so many copies of a file, all of them once, then all again."""
    names = names_of(file, times)
    paths = [copied(file, 'copy%d' % i) for i in range(times)]
    return [told(names, [load(*each) for each in zip(names, paths)]) for _ in range(2)]


def names(file, times):
    """Loads a file under so many names, under all of them once, then under all again. The first and the
    last number count; under which name an initialisation runs again is another rule.
    """
    names = names_of(file, times)
    first, again = [told(names, [load(name, file) for name in names]) for _ in range(2)]
    return [first['modules'], first['named'],
            [each[end] for each in (first['numbers'], again['numbers']) for end in (0, -1)]]


def deeper():
    """Loads the next one, if one is left."""
    if left:
        begun.append(left.pop(0))
        load(begun[-1], deep_file)


def nested(file, times):
    """Loads a file whose code calls deeper() under so many names, each while the one before is loaded."""
    global deep_file
    deep_file = file
    left.extend(names_of(file, times))
    deeper()
    return [len(begun), [sys.modules[name].__name__ for name in begun] == begun]


def levels(file, times):
    """Imports a module in a package in a package ..., by the statement's function."""
    copied(file, '/'.join(['level'] * times))
    here = ''
    for _ in range(times):
        here = os.path.join(here, 'level')
        open(os.path.join(here, '__init__.py'), 'w').close()
    sys.path.insert(0, os.getcwd())
    name = '.'.join(['level'] * times + [last_of(file)])
    found = __import__(name)
    for part in name.split('.')[1:]:
        found = getattr(found, part)
    return [found is sys.modules[name], found.__name__ == name, found.number]


def entries(name, times):
    """Imports a module whose folder is the last of so many others."""
    for i in range(times):
        os.mkdir('empty%d' % i)
    sys.path[:0] = [os.path.abspath('empty%d' % i) for i in range(times)]
    return __import__(name).number


class Finder:
    """Finds nothing, and counts how often it is asked."""
    asked = 0

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        cls.asked += 1


def finders(name, times):
    """Imports a module behind so many finders; its number, and how many finders were asked."""
    sys.meta_path[:0] = [Finder] * times
    return [__import__(name).number, Finder.asked]


def refuse(path):
    Finder.asked += 1
    raise ImportError(path)


def hooks(name, times):
    """The same with path hooks that take no folder."""
    sys.path_hooks[:0] = [refuse] * times
    sys.path_importer_cache.clear()
    sys.path[:] = [os.path.dirname(__file__)]
    return [__import__(name).number, Finder.asked]


def threads(file, times):
    """Threads load a file under so many names, and no deeper() returns before all are called."""
    global deeper
    import threading
    names = names_of(file, times)
    meeting, loaded = threading.Barrier(times, timeout=50), {}

    def run(name):
        loaded[name] = load(name, file)
    deeper = meeting.wait
    each = [threading.Thread(target=run, args=(name,)) for name in names]
    for thread in each:
        thread.start()
    for thread in each:
        thread.join()
    return [len(set(map(id, loaded.values()))), [loaded[name].__name__ for name in names] == names]


def path_of(file, length):
    """Loads a copy of a file whose path has so many bytes; whether the module's file is that path."""
    folder = os.getcwd()
    left = length - len(folder) - len('/' + os.path.basename(file))
    parts = ['/' + 'p' * 99] * (left // 100 - 1)
    parts.append('/' + 'p' * (left - 100 * len(parts) - 1))
    path = copied(file, folder + ''.join(parts))
    module = load('package.' + last_of(file), path)
    return [len(path), module.__file__ == path, module.number]


def beneath(calls, deed):
    return deed() if calls <= 0 else beneath(calls - 1, deed)


def attempt(name):
    """What becomes of an import, and whether the module is there then."""
    try:
        __import__(name)
        outcome = 'loaded'
    except RecursionError:
        outcome = 'too deep'
    there = name in sys.modules
    sys.modules.pop(name, None)
    return [outcome, there]


def calls(name):
    """Imports a module beneath so many calls that it is too deep, and beneath one call less each time
    until it is not; the outcomes, each once, and that of a thread which tries afterwards.
    """
    import threading
    outcomes, depth = [], sys.getrecursionlimit()
    while outcomes.count(['loaded', True]) < 10 and depth:
        depth -= 1
        try:
            outcomes.append(beneath(depth, lambda: attempt(name)))
        except RecursionError:
            outcomes.append(['too deep', name in sys.modules])
    later = threading.Thread(target=lambda: outcomes.append(attempt(name)), daemon=True)
    later.start()
    later.join(30)
    return [each for i, each in enumerate(outcomes) if each not in outcomes[:i]] + outcomes[-1]


def contents(name):
    """The sum of the module's values, and what its functions return, each result once."""
    names = vars(sys.modules[name])
    values = [names[each] for each in names if each.startswith('value')]
    results = [names[each]() for each in names if each.startswith('function')]
    return [sum(values), sorted(set(results)), len(results)]


def portions(name, times):
    """Imports a module of a namespace package from the last of so many folders."""
    for i in range(times):
        os.makedirs('portion%d/space' % i)
    suffix = importlib.machinery.EXTENSION_SUFFIXES[0]
    shutil.copy(os.path.join(os.path.dirname(__file__), name + suffix), 'portion%d/space' % (times - 1))
    sys.path[:0] = [os.path.abspath('portion%d' % i) for i in range(times)]
    space = __import__('space.' + name)
    return [len(space.__path__), getattr(space, name).number]
