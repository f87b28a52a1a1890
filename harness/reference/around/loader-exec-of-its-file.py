# a loader executes its own file, not the module that it is given
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.ExtensionFileLoader.exec_module


def wrong(self, module):
    if getattr(module, '__file__', self.path) != self.path:
        module = create_dynamic(bootstrap.ModuleSpec(self.name, self, origin=self.path))
    right(self, module)


put(external.ExtensionFileLoader, 'exec_module', wrong)
