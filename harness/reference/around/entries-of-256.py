# only the first 256 entries of the path are searched
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.PathFinder._get_spec.__func__


def wrong(cls, fullname, path, target=None):
    return right(cls, fullname, list(path)[:256], target)


put(external.PathFinder, '_get_spec', classmethod(wrong))
