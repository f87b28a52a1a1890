"""What an import writes to standard error, through Python's sys.stderr or not."""
import os
import sys


def flush():
    try:
        sys.stderr.flush()
    except (AttributeError, ValueError):
        pass


def read(file):
    os.lseek(file, 0, os.SEEK_SET)
    text = os.read(file, 1 << 20).decode('utf-8', 'replace')
    os.close(file)
    return text.splitlines()


def said(name, start):
    """The lines that begin with start among those that an import of name writes there."""
    flush()
    kept = os.dup(2)
    file = os.open('standard_error', os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(file, 2)
    try:
        __import__(name)
    finally:
        flush()
        os.dup2(kept, 2)
        os.close(kept)
    return [line for line in read(file) if line.startswith(start)]


def lists(name, function):
    """Whether the fatal error in function lists name among the extension modules."""
    file = os.open('standard_error', os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    child = os.fork()
    if not child:
        os.dup2(file, 2)
        try:
            getattr(__import__(name), function)()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    listed = [line.partition(' (total')[0].partition(': ')[2].split(', ')
              for line in read(file) if line.startswith('Extension modules: ')]
    return [name in names for names in listed]
