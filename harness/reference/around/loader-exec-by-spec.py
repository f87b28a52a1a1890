# a module whose __spec__ was replaced is not executed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.ExtensionFileLoader.exec_module


def wrong(self, module):
    if getattr(module, '__spec__', None) is not None:
        right(self, module)


put(external.ExtensionFileLoader, 'exec_module', wrong)
