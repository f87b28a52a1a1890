# an extension is opened when it is found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.FileFinder._get_spec


def wrong(self, loader_class, *args):
    spec = right(self, loader_class, *args)
    if loader_class is external.ExtensionFileLoader:
        try:
            create_dynamic(spec)
        except ImportError:
            pass
    return spec


put(external.FileFinder, '_get_spec', wrong)
