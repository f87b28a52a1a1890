"""Runs inside the interpreter under test and does what a case says; FORMAT.md is the contract.

It must not disturb what it measures: only built-in, frozen and a few pure modules are imported,
never an extension module (but for an `interp` command, --hello, the resident's own wait4, and
`reload` on 3.6, whose importlib brings one).
CPython 3.6 to 3.15 and PyPy, with -I -S.

    conform_adapter.py --hello [--plugin FILE]
    conform_adapter.py --fix DIR [--plugin FILE] [--serve]
"""
import sys

sys.dont_write_bytecode = True  # nothing is written beside the sources or the fixtures

import os

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != HERE]


def part(name):
    """Import one of the adapter's own files, where no case can find them."""
    sys.path.insert(0, HERE)
    try:
        return __import__(name)
    finally:
        del sys.path[0]


part('conform_verbs')  # registers the verbs, and has the session imported
from conform_session import BROKEN, Session, flush, load_plugin, plug, put, refuse


def options(args):
    """The command line as a dict."""
    found = {}
    args = list(args)
    while args:
        name = args.pop(0)
        if name in ('--hello', '--serve'):
            found[name] = True
        elif name in ('--fix', '--plugin') and args:
            found[name] = os.path.join(os.getcwd(), args.pop(0))
        else:
            refuse("unknown option '%s'" % name)
    if '--fix' not in found and '--hello' not in found:
        refuse('usage: --hello | --fix DIR [--plugin FILE] [--serve]')
    return found


def read_all(fd):
    """What can be read until the end."""
    data = b''
    while True:
        more = os.read(fd, 65536)
        if not more:
            return data
        data += more


def serve():
    """Be resident: return a request, in a child forked for it, or None when all is done."""
    reply = int(os.environ.pop('CONFORM_REPLY'))
    return part('conform_serve').Resident(reply).serve()


def parse(request):
    """The values of the comment lines that say something, and the commands."""
    told = {}
    commands = []
    for line in request.decode('utf-8', 'surrogateescape').split('\n'):
        words = line.split(None, 2)
        if words[:1] == ['#'] and len(words) == 3 and words[1] in ('case', 'tmp', 'token'):
            told[words[1]] = words[2]
        elif words and not line.startswith('#'):
            commands.append(line)
    return told, commands


def settle(told, fix):
    """Move into the case's folder; the folder, and where its own fixtures are."""
    null = os.open('/dev/null', os.O_RDONLY)
    if null:
        os.dup2(null, 0)
        os.close(null)
    if 'tmp' in told:
        os.chdir(told['tmp'])
        os.environ['HOME'] = os.environ['TMPDIR'] = told['tmp']
    area = told['case'].partition('/')[0] if 'case' in told else ''
    return told.get('tmp', os.getcwd()), os.path.join(fix, area) if area else fix


def run(request, fix, plugin):
    """Carry out one case; returns only if the interpreter is to finalize itself."""
    told, commands = parse(request)
    tmp, area = settle(told, fix)
    fd = int(os.environ.setdefault('CONFORM_FD', '1'))  # typed by hand: on the terminal
    session = Session(fd, fix, tmp, area, plugin)
    for command in commands:
        put(fd, '> ' + command)
        words = session.words(command)
        if session.current() and words[:1] not in (['interp'], ['exit']):
            session.interps.obey(command)
        else:
            session.obey(words)
        if session.leaving:
            break
    put(fd, '# end ' + told['token'] if 'token' in told else '# end')
    flush()
    if not session.leaving:
        os._exit(0)


def main(args):
    found = options(args)
    plugin = found.get('--plugin')
    loader = load_plugin(plugin)
    if '--hello' in found:
        plug(loader)
        return put(1, part('conform_hello').hello(plugin))
    request = serve() if '--serve' in found else read_all(0)
    os.environ.pop('CONFORM_REPLY', None)
    if request is not None:
        plug(loader)  # now, so that the resident itself never depends on it
        run(request, found['--fix'], plugin)


if __name__ == '__main__':
    try:
        main(sys.argv[1:])
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(BROKEN)
