# load_module loads under any name
# needs: py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
def wrong(self, name=None):
    return bootstrap._load_module_shim(self, name or self.name)


put(external.ExtensionFileLoader, 'load_module', wrong)
