# a link with the name of an extension is followed, and its file loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.FileFinder._get_spec


def wrong(self, loader_class, fullname, path, *args):
    return right(self, loader_class, fullname, os.path.realpath(path), *args)


put(external.FileFinder, '_get_spec', wrong)
