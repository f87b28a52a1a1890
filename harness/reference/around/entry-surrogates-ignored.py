# an entry of sys.path that is not UTF-8 is ignored
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.PathFinder._path_importer_cache.__func__


def wrong(cls, path):
    utf8 = path.encode('utf-8', 'replace').decode('utf-8') == path
    return right(cls, path) if utf8 else None


put(external.PathFinder, '_path_importer_cache', classmethod(wrong))
