"""An audit hook that rejects every extension module while `refuses` is true."""
import sys

refuses = True


def hook(event, args):
    if refuses and event == 'import' and len(args) > 1 and args[1]:
        raise PermissionError('not allowed here')


sys.addaudithook(hook)
