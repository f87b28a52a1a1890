"""Runs statements at the top level of a module, where an import may be lazy."""
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
