"""Runs statements at the top level of a module, where an import may be lazy."""
import builtins
import sys

import threading
import types

spaces = {}  # name: a module


def run(text, name='user'):
    """Run TEXT in the module NAME, which is made at the first time; its value if it is an expression."""
    space = spaces.setdefault(name, types.ModuleType(name)).__dict__
    return eval(compile(text, name, 'eval' if is_expression(text) else 'exec'), space)


def is_expression(text):
    try:
        compile(text, 'text', 'eval')
    except SyntaxError:
        return False
    return True


def lazy(name, space='user'):
    """Is it still lazy in the module? Does sys.modules have it?"""
    value = spaces[space].__dict__.get(name.partition('.')[0])
    return [type(value) is types.LazyImportType, name in sys.modules]


def waits(name):
    return name in sys.lazy_modules


def resolve(name):
    return spaces['user'].__dict__[name].resolve()


def mode(name):
    sys.set_lazy_imports(name)


def refuse(name):
    """Each import of NAME is at once."""
    sys.set_lazy_imports_filter(lambda importer, wanted, names: wanted != name)


def use_at_once(count, text):
    """So many threads run the same expression, each after all have begun; the answers."""
    barrier = threading.Barrier(count)
    answers = []

    def use():
        barrier.wait()
        answers.append(run(text))

    threads = [threading.Thread(target=use) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def prepend(folder):
    sys.path.insert(0, folder)


def enter(name):
    """sys.modules gets a module without a file."""
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].answer = 'entered'


def member(name, package):
    """The module NAME is one of this package from now on."""
    spaces.setdefault(name, types.ModuleType(name)).__package__ = package


def lazy_in(module, name):
    """As lazy(), of a module that was imported."""
    return [type(sys.modules[module].__dict__[name]) is types.LazyImportType, name in sys.modules]


def attribute(name):
    return getattr(spaces['user'], name)


calls = []  # what was asked for


def spy():
    """From now on, each import statement notes what it asks for."""
    right = builtins.__import__

    def note(name, *more):
        calls.append(name)
        return right(name, *more)
    builtins.__import__ = note


def spy_on_filter():
    def note(*args):
        calls.append(args)
        return True
    sys.set_lazy_imports_filter(note)


def raise_in_filter():
    def fail(*args):
        raise ValueError('raised by the filter')
    sys.set_lazy_imports_filter(fail)


def asked():
    return calls


def get_mode():
    return sys.get_lazy_imports()
