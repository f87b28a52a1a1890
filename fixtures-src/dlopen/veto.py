"""An audit hook: rejects each extension module, or (`opening`) that its file is opened."""
import sys

refuses = True
opening = False


def hook(event, args):
    if refuses and event == 'import' and len(args) > 1 and args[1]:
        raise PermissionError('not allowed here')
    if opening and event == 'open' and str(args[0]).endswith(('.so', '.pyd')):
        raise PermissionError('not to be opened')


sys.addaudithook(hook)
