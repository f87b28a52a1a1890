"""Hears which files are opened, and in which mode."""
import _imp
import sys

heard = []


def hook(event, arguments):
    if event == 'open':
        heard.append(list(arguments))


def create(name, path):
    """What the audit event `open` was given for this path."""
    sys.addaudithook(hook)
    spec = type(sys.implementation)(name=name, origin=path)
    _imp.create_dynamic(spec, True)
    return [arguments for arguments in heard if arguments[0] == path]
