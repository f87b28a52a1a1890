"""Takes away what a load should not need."""
import os
import sys


def close_streams():
    """The standard streams of Python, and the descriptors below them."""
    sys.stdin = sys.stdout = sys.stderr = None
    sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None
    os.closerange(0, 3)


def leave_folder():
    """The working folder is one that is not there any more."""
    os.mkdir('gone')
    os.chdir('gone')
    os.rmdir('../gone')


def forget_program():
    """What sys knows of the program and of where it is installed."""
    for name in ('argv', 'orig_argv', 'executable', '_base_executable', 'prefix', 'exec_prefix', 'base_prefix',
                 'base_exec_prefix', 'platlibdir', 'stdlib_module_names'):
        if hasattr(sys, name):
            delattr(sys, name)


def import_here(name):
    """Imports in a coroutine, in a function of it that yields, in the body of a class."""
    def generator():
        class Body:
            module = __import__(name)
        yield Body.module

    async def coroutine():
        return [module for module in generator()][0]

    try:
        coroutine().send(None)
    except StopIteration as end:
        return end.value.__name__


class Strange:
    """Has no attribute, and says so in its own way."""

    def __getattribute__(self, name):
        raise ZeroDivisionError(name)


def enter_strange():
    """sys.modules has names that are no text, and modules that are none."""
    sys.modules[1] = None
    sys.modules[None] = Strange()
    sys.modules['strange'] = Strange()
    sys.modules['p.strange'] = 'a text'
