"""Runs the adapter inside an application that embeds Python (`--host`): $SCRIPT of its recipe.

The application may have a command line, standard streams and a folder for modules of its own. So the
harness gives the adapter's words and its two descriptors in other ways, and this script puts all in
order. It uses built-in and frozen modules only. Nothing here depends on `__file__`: some
applications run the text of a script, and some are made from it.
"""
import sys

import _signal
import os


def take(name):
    """A variable that the harness has set for this script alone."""
    return os.environ.pop(name)


def take_streams():
    """Give the adapter its standard input and output; the application has had others.

    An application that still has something to write keeps its output: CONFORM_OUTPUT is empty then, and
    hello is answered on the transcript's descriptor.
    """
    for name, standard in ('CONFORM_INPUT', 0), ('CONFORM_OUTPUT', 1):
        fd = take(name)
        if fd:
            os.dup2(int(fd), standard)
            os.close(int(fd))
        elif name == 'CONFORM_OUTPUT':
            os.environ['CONFORM_HELLO'] = os.environ['CONFORM_FD']


def restore(name):
    """Let Python's own stream stand for one that the application has replaced."""
    own = getattr(sys, '__%s__' % name, None)
    if own is not None:
        setattr(sys, name, own)


def leave_signals():
    """Let a case's process die as under an interpreter: the application may catch what is fatal."""
    for name in 'SIGSEGV', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGABRT', 'SIGTERM':
        try:
            _signal.signal(getattr(_signal, name), _signal.SIG_DFL)
        except ValueError:
            return  # a subinterpreter, or another thread than the main one


def leave_site():
    """Search no modules where -I and -S would not: only the application's own and the library's."""
    sys.path[:] = [entry for entry in sys.path if entry and not
                   entry.rstrip('/').endswith(('site-packages', 'dist-packages'))]


def begin():
    script = take('CONFORM_SCRIPT')
    ends = take('CONFORM_ENDS')
    take_streams()
    for name in 'stdin', 'stdout', 'stderr':
        restore(name)
    leave_signals()
    leave_site()
    sys.argv = [script] + take('CONFORM_ARGS').split('\n')
    names = {'__name__': '__main__', '__file__': script, '__builtins__': __builtins__}
    with open(script, 'rb') as file:
        text = file.read()
    exec(compile(text, script, 'exec'), names)
    if ends != 'finalize':
        os._exit(0)


begin()
