"""What the verbs of a case do, in one interpreter.

The adapter keeps a reference to a module or an exception only while its command runs, except to
modules that `create` made. So the loader alone decides about lifetimes in the transcript. A
command's answer is written after the objects of the command have died: their events come first.
"""
import sys

import _frozen_importlib as bootstrap
import _imp
import os

from conform_border import filled
from conform_gates import Later
from conform_text import Lines, Reader, Word, describe, message, render

BROKEN = 70  # exit status: the adapter could not do its work
SimpleNamespace = type(sys.implementation)
OWN_LOADER = getattr(_imp, 'create_dynamic', None), getattr(_imp, 'exec_dynamic', None)
FLAG_WORDS = 'LAZY', 'NOW', 'NOLOAD', 'DEEPBIND', 'GLOBAL', 'NODELETE', 'LOCAL'
LINUX_FLAGS = {'NOLOAD': 4, 'DEEPBIND': 8, 'NODELETE': 0x1000} if sys.platform == 'linux' else {}


def flag(word):
    """The value of a flag of dlopen; GraalPy's os lacks names that Linux has."""
    return getattr(os, 'RTLD_' + word, LINUX_FLAGS.get(word))


FLAGS = [(word, flag(word)) for word in FLAG_WORDS if flag(word) is not None]
VERBS = {}  # name: (method, least and most number of arguments)
LITERAL = 'call', 'set', 'dlflags', 'thread', 'start', 'fork'  # these verbs must know which words were JSON


def refuse(text):
    """End without the end mark: no adapter could carry this out."""
    os.write(2, ('conform_adapter: %s\n' % text).encode('utf-8', 'backslashreplace'))
    os._exit(BROKEN)


def number(word, base=10):
    try:
        return int(word, base)
    except (TypeError, ValueError):
        refuse('not a number: %s' % word)


def put(fd, text):
    """Write TEXT as a line, unbuffered."""
    data = text.encode('utf-8', 'surrogateescape') + b'\n'
    while data:
        data = data[os.write(fd, data):]


def flush():
    """Write out what fixtures printed to the interpreter's own streams."""
    for stream in sys.stdout, sys.stderr:
        try:
            stream.flush()
        except Exception:
            pass  # a fixture closed or replaced it: that is no result


def plug(loader):
    """Replace create_dynamic and exec_dynamic of _imp by a pair of functions."""
    _imp.create_dynamic, _imp.exec_dynamic = loader
    if load_plugin.around:
        load_plugin.around(loader is not OWN_LOADER)


def own_import(name):
    """Import for the adapter's own use: without the loader under test, and hidden from `watch`."""
    if name not in sys.modules:
        plugged = load_plugin.loader
        plug(OWN_LOADER)
        own_import.busy = True
        try:
            bootstrap._gcd_import(name)
        finally:
            own_import.busy = False
            plug(plugged)
    return sys.modules[name]


own_import.busy = False


def load_plugin(path):
    """The pair of functions of the plug-in PATH; without PATH, the interpreter's own pair."""
    load_plugin.loader = read_plugin(path) if path else OWN_LOADER
    return load_plugin.loader


def read_plugin(path):
    if path.endswith('.py'):
        names = {'__name__': 'conform_plugin', '__file__': path}
        with open(path, 'rb') as file:
            source = file.read()
        exec(compile(source, path, 'exec'), names)
        load_plugin.path, load_plugin.source = path, source.split(b'\n')
        load_plugin.around = names.get('around')
        return names['create_dynamic'], names['exec_dynamic']
    name = os.path.basename(path).partition('.')[0]
    module = OWN_LOADER[0](SimpleNamespace(name=name, origin=path))
    OWN_LOADER[1](module)
    return module.create_dynamic, module.exec_dynamic


load_plugin.loader = OWN_LOADER
load_plugin.path = load_plugin.source = load_plugin.around = None  # set for a plug-in in Python


def trace(exc):
    """Print, once, where in a plug-in in Python the exception was raised, on standard error.

    It imports nothing and opens no file: either could disturb the case.
    """
    frame = exc.__traceback__
    lines = []
    while frame:
        code = frame.tb_frame.f_code
        if code.co_filename == load_plugin.path:
            number = frame.tb_lineno
            source = load_plugin.source[number - 1].strip().decode('utf-8', 'replace')
            lines += ['  File "%s", line %d, in %s' % (code.co_filename, number, code.co_name),
                      '    ' + source]
        frame = frame.tb_next
    lines = ['Traceback (most recent call last):'] + lines
    lines.append('%s: %s' % (type(exc).__name__, message(exc)))
    if len(lines) > 2 and lines != trace.told:
        trace.told = lines
        try:
            os.write(2, '\n'.join(lines + ['']).encode('utf-8', 'backslashreplace'))
        except OSError:
            pass  # the case has closed it


trace.told = None


def get_flags():
    """The interpreter's flags for dlopen; None if it has none."""
    return sys.getdlopenflags() if hasattr(sys, 'getdlopenflags') else None


def signal_name(number):
    import _signal
    names = [name for name in dir(_signal) if name.startswith('SIG') and name.isalnum()
             and not name.startswith('SIGRT') and getattr(_signal, name) == number]
    return min(names) if names else 'SIG%d' % number


def innermost(words):
    """The command inside `thread`, `start` or `fork`."""
    while words and words[0] in ('thread', 'start', 'fork'):
        words = words[1 if words[0] == 'fork' else 2:]
    return words


def verb(name, least, most=None):
    """Register a method for the verb NAME."""
    def register(method):
        VERBS[name] = method, least, least if most is None else most
        return method
    return register


def lookup(words):
    """The method for a command. An unknown verb is answered by an exception, not refused."""
    if not words or words[0] not in VERBS:
        raise NotImplementedError('unknown verb: %s' % ' '.join(words[:1]))
    method, least, most = VERBS[words[0]]
    if not least <= len(words) - 1 <= most:
        refuse('wrong number of arguments: ' + ' '.join(map(str, words)))
    return method


class Outcome:
    """The result of a command."""
    value = message = error = None
    failed = False
    lines = ()


class Session:
    """A case's state in one interpreter."""

    def __init__(self, fd, fix, tmp, area, plugin):
        self.given = fd, fix, tmp, area, plugin
        self.fd = fd
        self.plugin = plugin
        self.roots = (('$FIX', fix), ('$TMP', tmp),
                      ('$EXT', (_imp.extension_suffixes() or [''])[0]))
        self.made = {}  # modules made by create, or by import or load but not in sys.modules
        self.message = None  # of the last exception
        self.error = {}  # its name and path, if it was an ImportError
        self.specs = {}  # made by hand
        self.threads = {}  # started and not joined
        self.later = Later()
        self.interps = None
        self.leaving = False
        self.begin_again = None  # gets the text of the next run of Python, before this one ends
        self.inner = False  # in a subinterpreter
        sys.path.insert(0, area)

    def fill(self, text):
        """TEXT with $FIX, $TMP and $EXT replaced."""
        for root, path in self.roots:
            text = filled(text, root, path)
        return text

    def current(self):
        """The number of the subinterpreter in use."""
        return self.interps.current if self.interps else 0

    def words(self, command):
        """The words of a command as the harness sent it."""
        try:
            return Reader(command, self.fill).words()
        except ValueError as exc:
            refuse(str(exc))

    def obey(self, words):
        """Carry out a command and write its answer."""
        flags = get_flags()
        was = self.has(words)
        alone = not self.threads  # else a thread may have changed the flags, then or just now
        out = self.attempt(words)
        lines = list(out.lines) + self.unasked(words, was, out)
        if get_flags() != flags and alone and innermost(words)[:1] != ['dlflags']:
            lines.append('= dlopen flags changed to %d' % get_flags())
        if out.failed:
            self.message, self.error = out.message, out.error
        del out  # objects that die with it write their events before the answer
        for line in lines:
            put(self.fd, line)

    def attempt(self, words):
        """Carry out a command; any exception, even SystemExit, is its answer."""
        out = Outcome()
        try:
            method = lookup(words)
            args = words[1:]
            if words[0] not in LITERAL:
                args = [str(word) if type(word) is Word else word for word in args]
            out.value = method(self, *args)
            lines = type(out.value) is Lines
            out.lines = out.value if lines else ['= ' + render(out.value)]
        except BaseException as exc:
            out.failed = True
            out.message = message(exc)
            out.error = {'name': exc.name, 'path': exc.path} if isinstance(exc, ImportError) else {}
            out.lines = describe(exc)
            if load_plugin.path:
                trace(exc)
        return out

    def has(self, words):
        """Is the module that the command names in sys.modules?"""
        return len(words) > 1 and isinstance(words[1], str) and words[1] in sys.modules

    def unasked(self, words, was, out):
        """Lines about a wrong sys.modules after import, load or create; usually none."""
        if words[:1] not in (['import'], ['load'], ['create']):
            return []
        now = self.has(words)
        if out.failed:
            return ['= left in sys.modules'] if now and not was else []
        if words[0] == 'create':
            return []
        if not now:
            return ['= not in sys.modules']
        same = sys.modules[words[1]] is out.value
        return [] if same else ['= another module in sys.modules']

    def module(self, name):
        return self.made[name] if name in self.made else sys.modules[name]

    def keep(self, name, module):
        """Let NAME stand for the module of import or load; keep it if sys.modules does not."""
        self.made.pop(name, None)
        if name not in sys.modules:
            self.made[name] = module
        return module

    def resolve(self, reference, attributes=0):
        """The object without the last ATTRIBUTES names of REFERENCE, and these names."""
        parts = reference.split('.')
        for end in range(len(parts) - attributes, 0, -1):
            name = '.'.join(parts[:end])
            if name in self.made or name in sys.modules:
                found = self.module(name)
                for part in parts[end:len(parts) - attributes]:
                    found = getattr(found, part)
                return found, parts[len(parts) - attributes:]
        raise KeyError(reference)
