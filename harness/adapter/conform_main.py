"""What the adapter is started for: to report facts, to run one case, or to serve many cases."""
import sys

import _frozen_importlib as bootstrap
import _frozen_importlib_external as external
import os

from conform_border import inward, leave, told as transcribed, transcript
from conform_facts import identity
from conform_session import BROKEN, Session, flush, load_plugin, plug, put, refuse

REQUEST_MAX = 16 << 20
REHEARSALS = 12  # CPython 3.11 and later specialize code within 8 runs
AGAIN = """
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, %a)
import conform_adapter  # removes that from the path
conform_adapter.part('conform_main', %a).go_on(conform_adapter.part, *%a)
"""


def options(args):
    """The command line as a dict."""
    found = {}
    args = list(args)
    while args:
        name = args.pop(0)
        if name in ('--hello', '--serve'):
            found[name] = True
        elif name in ('--fix', '--plugin') and args:
            found[name] = os.path.join(os.getcwd(), inward(args.pop(0)))
        else:
            refuse("unknown option '%s'" % name)
    if '--fix' not in found and '--hello' not in found:
        refuse('usage: --hello | --fix DIR [--plugin FILE] [--serve]')
    return found


def read_all(fd):
    """Everything until the end; more than REQUEST_MAX bytes cannot be a request."""
    data = bytearray()
    while len(data) <= REQUEST_MAX:
        more = os.read(fd, 65536)
        if not more:
            return bytes(data)
        data += more
    refuse('a request of more than %d bytes' % REQUEST_MAX)


def serve(part, fix):
    """Serve cases: return a request, in a child forked for it, or None at the end of input."""
    reply = int(os.environ.pop('CONFORM_REPLY'))
    resident = part('conform_serve', fix).Resident(reply)
    for _ in range(REHEARSALS):
        rehearse(fix)
    return resident.serve(identity())


def parse(request):
    """The values of the comment lines that have a meaning, and the commands."""
    told = {}
    commands = []
    for line in request.decode('utf-8', 'surrogateescape').split('\n'):
        words = line.split(None, 2)
        if words[:1] == ['#'] and len(words) == 3 and words[1] in ('case', 'tmp', 'token'):
            told[words[1]] = inward(words[2]) if words[1] == 'tmp' else words[2]
        elif words and not line.startswith('#'):
            commands.append(line)
    return told, commands


def leave_input():
    """Make standard input /dev/null, as cases expect it."""
    null = os.open(os.devnull, os.O_RDONLY)
    if null:
        os.dup2(null, 0)
        os.close(null)


def settle(told, fix):
    """Change to the case's folder; return it and the folder of the case's own fixtures."""
    tmp = told.get('tmp')
    if tmp is None:
        tmp = os.getcwd()
    else:
        os.chdir(tmp)
        if os.environ.get('HOME') != tmp or os.environ.get('TMPDIR') != tmp:
            os.environ['HOME'] = os.environ['TMPDIR'] = tmp
    area = told['case'].partition('/')[0] if 'case' in told else ''
    return tmp, os.path.join(fix, area) if area else fix


def obey(session, command):
    """Carry out one command."""
    put(session.fd, '> ' + command)
    words = session.words(command)
    if words[:1] != ['interp']:
        session.later.begin()
    if session.current() and words[:1] not in (['interp'], ['exit']):
        session.interps.obey(command)
    else:
        session.obey(words)
    if words[:1] in (['start'], ['open'], ['join']) and len(words) > 1:
        session.later.note(*words[:2])


def rehearse(fix):
    """Do what every case does first, as far as it leaves no trace.

    The interpreter makes code that has run some times faster, and fills its caches. The children
    inherit that from the resident adapter; no child has time for it.
    """
    parse(b'# case a/b\n# tmp c\n# token d\nload e $FIX/f$EXT\n')
    null = os.open(os.devnull, os.O_WRONLY)
    session = Session(null, fix, fix, os.path.join(fix, 'a'), None)
    del sys.path[0]  # the entry of that session
    for command in 'loaded? "e"', 'same? sys $TMP.e':
        obey(session, command)
    external.spec_from_file_location('e', '/e', loader=external.ExtensionFileLoader('e', '/e'))
    bootstrap._gcd_import('sys')
    os.close(null)
    if 'HOME' in os.environ:
        os.environ['HOME'] = os.environ['HOME']
    flush()


def run(request, fix, plugin):
    """Carry out one case; return only if the interpreter has to finalize itself."""
    told, commands = parse(request)
    tmp, area = settle(told, fix)
    fd = transcript()
    end = '# end ' + told['token'] if 'token' in told else '# end'
    carry_out(Session(fd, fix, tmp, area, plugin), commands, end)


def carry_out(session, commands, end):
    """Carry out the commands; END is written after the last one, be it in another run of Python."""
    commands = list(commands)
    while commands and not session.leaving:
        obey(session, commands.pop(0))
    if session.begin_again:
        here = os.path.dirname(os.path.abspath(__file__))
        given = session.given, commands, end
        session.begin_again(AGAIN % (here, session.given[1], given))
    else:
        put(session.fd, end)
    flush()
    if not session.leaving:
        leave()


def go_on(part, given, commands, end):
    """Carry out the rest of a case, in another run of Python in the same process."""
    part('conform_verbs', given[1])
    session = Session(*given)
    plug(load_plugin(session.plugin))
    carry_out(session, commands, end)


def greet(line):
    """Answer --hello, and wait until the harness has seen which program this is."""
    # the standard output of a host may be its own: conform_host.py
    put(int(os.environ.pop('CONFORM_HELLO', '1')), line)
    flush()
    if transcribed():
        read_all(0)
    leave()


def main(part, args):
    found = options(args)
    plugin = found.get('--plugin')
    loader = load_plugin(plugin)
    if '--hello' in found:
        for name in ('conform_verbs', 'conform_serve', 'conform_interp') if '--fix' in found else ():
            part(name, found['--fix'])  # compiled once, for all cases of this and later runs
        # the modules that hello imports must not be loaded by the loader under test
        return greet(part('conform_hello').hello(plugin))
    part('conform_verbs', found['--fix'])  # registers the verbs; hello costs less without
    if '--serve' in found:
        request = serve(part, found['--fix'])
    else:
        request = read_all(0)
        leave_input()
        if transcribed():
            put(transcript(), '# adapter ' + identity())
    os.environ.pop('CONFORM_REPLY', None)
    if request is not None:
        if plugin:
            plug(loader)  # only now, so that the resident adapter never depends on it
        run(request, found['--fix'], plugin)


def begin(part, args):
    """Run the adapter; PART imports its other files. Its own exceptions are not the case's."""
    try:
        main(part, args)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(BROKEN)
