# an entry of sys.path with a line end in it is ignored
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.PathFinder._path_importer_cache.__func__


def wrong(cls, path):
    return right(cls, path) if path.isprintable() else None


put(external.PathFinder, '_path_importer_cache', classmethod(wrong))
