"""The verbs for what stands around a loader: the import statement, and specs made by hand. They need
importlib, or an import system like it.
"""
import _frozen_importlib as bootstrap
import _frozen_importlib_external as external

from conform_border import json
from conform_session import refuse, verb
from conform_text import Reader, class_name, scalar

SPEC_KEYS = 'name', 'file', 'loader', 'origin', 'path', 'state', 'package', 'location'


@verb('statement', 2, 1000)
def do_statement(session, *words):
    """Carry out an import statement; answer what it binds."""
    package = None
    if words[0] == 'in':
        package, words = words[1], words[2:]
    text = ' '.join(words)
    if words[0] not in ('import', 'from') or ';' in text or '\n' in text:
        refuse('not an import statement: ' + text)
    names = {'__name__': 'statement' if package is None else package + '.statement',
             '__package__': package}
    given = set(names) | {'__builtins__'}
    exec(compile(text, '<statement>', 'exec', dont_inherit=True), names)
    return {name: value for name, value in names.items() if name not in given}


def pairs(session, words):
    """The values of KEY=VALUE words: JSON, @X.A for an object, or a bare word."""
    given = {}
    for word in words:
        key, _, text = word.partition('=')
        if key not in SPEC_KEYS:
            refuse('spec with ' + word)
        if text[:1] == '@':
            given[key] = session.resolve(text[1:])[0]
        elif text[:1] in ('"', '[', '{'):
            given[key] = Reader(json(text), str).value()
        else:
            given[key] = scalar(text)
    return given


def loader(kind, name, file):
    kinds = {'extension': external.ExtensionFileLoader, 'source': external.SourceFileLoader}
    return kinds[kind](name, file) if isinstance(kind, str) else kind


def make_spec(name, given):
    file = given.get('file', given.get('origin'))
    chosen = {key: loader(given[key], name, file) for key in ('loader',) if key in given}
    if 'file' in given:
        if 'path' in given:
            chosen['submodule_search_locations'] = given['path']
        return external.spec_from_file_location(name, given['file'], **chosen)
    spec = bootstrap.ModuleSpec(name, chosen.get('loader'), origin=given.get('origin'),
                                loader_state=given.get('state'), is_package=given.get('package'))
    if 'path' in given:
        spec.submodule_search_locations = given['path']
    return spec


@verb('spec', 2, 9)
def do_spec(session, name, *words):
    given = pairs(session, words)
    spec = session.specs[name] = session.made[name] = make_spec(given.get('name', name), given)
    if spec is None:
        return None
    if 'location' in given:
        spec.has_location = given['location']
    return {'name': spec.name, 'origin': spec.origin, 'path': spec.submodule_search_locations,
            'loader': None if spec.loader is None else class_name(type(spec.loader)),
            'location': spec.has_location}


@verb('exec-spec', 1, 2)
def do_exec_spec(session, name, step=None):
    """module_from_spec, then exec_module, or only one of them."""
    if step not in (None, 'create', 'exec'):
        refuse('exec-spec %s %s' % (name, step))
    spec = session.specs[name]
    if step != 'exec':
        session.made[name] = bootstrap.module_from_spec(spec)
    if step != 'create':
        spec.loader.exec_module(session.made[name])
    return session.made[name]
