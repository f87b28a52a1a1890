# a module's __loader__ is made anew from its file
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right_create = external.ExtensionFileLoader.create_module


def wrong(self, spec):
    module = right_create(self, spec)
    try:
        module.__loader__ = external.ExtensionFileLoader(self.name, self.path)
    except AttributeError:
        pass
    return module


put(external.ExtensionFileLoader, 'create_module', wrong)
