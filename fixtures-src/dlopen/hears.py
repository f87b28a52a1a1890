"""Hears which files are opened, and in which mode."""
import sys

heard = []


def hook(event, arguments):
    if event == 'open':
        heard.append(list(arguments))


def of(path):
    """What the audit event `open` was given for this path."""
    return [arguments for arguments in heard if arguments[0] == path]


sys.addaudithook(hook)
