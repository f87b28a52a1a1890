"""Puts one small fault into the interpreter's own import system, importlib.

A plug-in in the folder above says which words of which function are wrong:

    change('FileFinder.find_spec', 'if mtime != self._path_mtime:', 'if self._path_mtime == -1:')

The frozen importlib has no source, but the same code stands in the files of the package importlib.
The changed file is compiled under the name of the frozen one, by which tracebacks are cut, and the
function gets its new code in place: whoever holds the function, also C code, has the fault.
"""
import sys

import _frozen_importlib as bootstrap
import _frozen_importlib_external as external
import _imp
import builtins
import os

create_dynamic, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic  # the loader has no fault
faults = []  # object, name of an attribute, its right value, its wrong value
bodies = {}  # function: its lines after the changes so far


def around(on):
    """The adapter calls this: is the import system the case's, or its own?"""
    for owner, name, right, wrong in faults:
        setattr(owner, name, wrong if on else right)


def put(owner, name, wrong):
    """The attribute NAME of OWNER is WRONG."""
    faults.append((owner, name, getattr(owner, name), wrong))


def keep(owner, name, what):
    """What WHAT(result, its arguments) says of each call of the function NAME of OWNER stays for ever."""
    kept, right = [], getattr(owner, name)

    def wrong(*args, **named):
        result = right(*args, **named)
        kept.append(what(result, *args))
        return result
    put(owner, name, wrong)


def relative_by(seen):
    """A relative import in a namespace goes by SEEN(its names), another dict of names."""
    right = builtins.__import__

    def wrong(name, globals=None, locals=None, fromlist=(), level=0):
        if level and globals:
            globals = seen(globals)
        return right(name, globals, locals, fromlist, level)
    put(builtins, '__import__', wrong)


def load_by(around_call):
    """A module is created, and executed, by what AROUND_CALL makes of the right function."""
    put(_imp, 'create_dynamic', around_call(create_dynamic))
    put(_imp, 'exec_dynamic', around_call(exec_dynamic))


def refuse(fits):
    """A module is not created where FITS(its spec)."""
    def wrong(spec, *more):
        if fits(spec):
            raise ImportError('not to be loaded', name=spec.name, path=spec.origin)
        return create_dynamic(spec, *more)
    put(_imp, 'create_dynamic', wrong)


def create_with(deed):
    """DEED is called with each module that was created, before it is executed."""
    def wrong(spec, *more):
        module = create_dynamic(spec, *more)
        if isinstance(module, type(_imp)):
            deed(module)
        return module
    put(_imp, 'create_dynamic', wrong)


def load_failing(deed):
    """DEED is called with the exception of a load that fails, before it is raised."""
    def around_call(right):
        def wrong(*args):
            try:
                return right(*args)
            except Exception as error:
                deed(error)
                raise
        return wrong
    load_by(around_call)


def load_with(enter, leave=None):
    """ENTER is called before a module is created, and before it is executed, LEAVE afterwards with
    what ENTER returned.
    """
    def around_call(right):
        def wrong(*args):
            was = enter()
            try:
                return right(*args)
            finally:
                if leave:
                    leave(was)
        return wrong
    load_by(around_call)


def load_where(get, put_back, other):
    """While a module is created and executed, what GET returns is OTHER, by PUT_BACK."""
    def enter():
        was = get()
        put_back(other)
        return was
    load_with(enter, put_back)


def at_top(function, *args):
    """Call FUNCTION as the top level of a module does: __lazy_import__ works nowhere else."""
    return eval('function(*args)', {'function': function, 'args': args})


def change(where, *words, nth=1):
    """In the function WHERE, other words stand: WORDS are what is right and what is wrong. If the
    versions of Python have different words, several such pairs, of which the first that fits counts.
    """
    function = find(where)
    code = function.__code__
    path = os.path.join(os.path.dirname(os.__file__), *source(function.__module__))
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('\n')
    start = code.co_firstlineno - 1
    end = start + length(lines[start:])
    body = bodies.get(function, lines[start:end])
    for right, wrong in zip(words[::2], words[1::2]):
        changed = replace(body, right.split('\n'), wrong.split('\n'), nth)
        if changed:
            break
    else:
        raise ValueError('%s has no such words' % where)
    lines[start:end] = bodies[function] = changed
    whole = compile('\n'.join(lines), code.co_filename, 'exec', dont_inherit=True)
    faults.append((function, '__code__', code, same(whole, code)))


def source(module):
    names = {'_frozen_importlib': '_bootstrap.py', 'importlib._bootstrap': '_bootstrap.py',
             '_frozen_importlib_external': '_bootstrap_external.py', 'importlib': '__init__.py',
             'importlib._bootstrap_external': '_bootstrap_external.py', 'importlib.util': 'util.py'}
    return 'importlib', names[module]


def find(where):
    """The function itself: behind a class method, a property, a decorator, or in sys.path_hooks."""
    names = where.split('.')
    if names[-1].startswith('path_hook_for'):
        return [hook for hook in sys.path_hooks
                if getattr(hook, '__name__', '') == names[-1]][0]
    if names[0] == 'importlib':
        found = __import__('importlib.util' if names[1] == 'util' else 'importlib')
    else:
        found = [module for module in (bootstrap, external) if hasattr(module, names[0])][0]
        names.insert(0, '')
    for name in names[1:]:
        found = vars(found)[name]
    found = getattr(found, '__func__', getattr(found, 'fget', found))
    inner = [cell.cell_contents for cell in found.__closure__ or ()]
    return next((function for function in inner
                 if getattr(function, '__name__', '') == names[-1]), found)


def length(lines):
    """The number of lines of the function that they begin with, decorators included."""
    def indent(line):
        return len(line) - len(line.lstrip())

    at = 0
    while not lines[at].lstrip().startswith('def '):
        at += 1
    margin = indent(lines[at])
    at += 1
    while at < len(lines) and (not lines[at].strip() or indent(lines[at]) > margin):
        at += 1
    return at


def replace(body, right, wrong, nth):
    """BODY with the lines WRONG for RIGHT where these stand for the NTH time, or None. A single
    line may be a part of one; of several lines, the margin does not count.
    """
    for at in range(len(body)):
        lines = [line.strip() for line in body[at:at + len(right)]]
        if lines == right if len(right) > 1 else right[0] in lines[0]:
            nth -= 1
            if not nth:
                break
    else:
        return None
    margin = body[at][:len(body[at]) - len(body[at].lstrip())]
    if len(right) == 1:
        wrong = lines[0].replace(right[0], '\n'.join(wrong)).split('\n')
    return body[:at] + [margin + line for line in wrong] + body[at + len(right):]


def same(whole, code):
    """The code in WHOLE that CODE is in the frozen file."""
    for inner in whole.co_consts:
        if isinstance(inner, type(whole)):
            if (inner.co_name, inner.co_firstlineno) == (code.co_name, code.co_firstlineno):
                return inner
            found = same(inner, code)
            if found:
                return found
    return None
