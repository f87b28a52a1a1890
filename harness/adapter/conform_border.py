"""The border between the harness and a loader whose system is another one.

Such a loader is carried: a wrapper runs it (under Wine, say) and tells in CONFORM_ROOT what stands
there before the harness's absolute paths (`Z:`), in CONFORM_FILE the transcript, since descriptors
are not inherited, and in CONFORM_PID the process's number. Each path is translated once: on its way
in, and when it is shown. Where nothing is carried, nothing is translated.
"""
import os

if os.name == 'nt':
    import _winapi  # built in

ROOT = os.environ.get('CONFORM_ROOT', '')
ENDS = '"\'<>|:*?\r\n\t'  # no name of a file has these on a system with drives


def inward(path):
    """A path of the harness as the loader's system has it."""
    return (ROOT + path).replace('/', os.sep) if ROOT and path.startswith('/') else path


def filled(text, root, path):
    """TEXT with ROOT replaced by PATH; what follows it gets the separators of this system."""
    if not ROOT or root not in text:
        return text.replace(root, path)
    parts = text.split(root)
    return path.join(parts[:1] + [part.replace('/', os.sep) for part in parts[1:]])


def outward(text):
    """TEXT with the paths that inward has made as the harness has them."""
    if not ROOT:
        return text
    for separator in '\\\\', '\\', '/':  # the first as repr shows it
        parts = text.split(ROOT + separator)
        text = '/'.join(parts[:1] + [forward(part) for part in parts[1:]])
    return text


def forward(text):
    """The path at the beginning of TEXT with forward slashes, and the rest as it is."""
    end = min([text.index(char) for char in ENDS if char in text] or [len(text)])
    return text[:end].replace('\\\\', '/').replace('\\', '/') + text[end:]


def transcript():
    """The descriptor of the transcript."""
    path = os.environ.get('CONFORM_FILE')
    if path:
        return os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, 'O_BINARY', 0))
    return int(os.environ.setdefault('CONFORM_FD', '1'))  # started by hand: use the terminal


def told():
    """Does the harness, and nobody else, read the transcript?"""
    return 'CONFORM_FILE' in os.environ or 'CONFORM_FD' in os.environ


def pid():
    """This process's number, as the harness can see it."""
    return int(os.environ.get('CONFORM_PID') or os.getpid())


def leave():
    """End the process without finalization, and without the destructors of what was loaded."""
    if os.name == 'nt':  # where _exit runs these
        _winapi.TerminateProcess(_winapi.GetCurrentProcess(), 0)
    os._exit(0)


def json(text):
    """JSON in which filled has put paths, as JSON again."""
    return text.replace('\\', '\\\\') if ROOT else text
