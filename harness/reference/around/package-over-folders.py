# a package is sought in all folders before an extension
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.PathFinder._get_spec.__func__


def wrong(cls, fullname, path, target=None):
    for entry in path:
        spec = right(cls, fullname, [entry], target)
        if spec and spec.loader and spec.submodule_search_locations is not None:
            return spec
    return right(cls, fullname, path, target)


put(external.PathFinder, '_get_spec', classmethod(wrong))
