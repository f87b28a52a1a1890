# the first suffix is sought in all folders before the second
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.PathFinder._get_spec.__func__


def wrong(cls, fullname, path, target=None):
    found = [right(cls, fullname, [entry], target) for entry in path]
    found = [spec for spec in found if spec and spec.loader]
    if not all(spec.origin and spec.origin.endswith('.so') for spec in found) or not found:
        return right(cls, fullname, path, target)
    order = external.EXTENSION_SUFFIXES
    return min(found, key=lambda spec: [spec.origin.endswith(s) for s in order].index(True))


put(external.PathFinder, '_get_spec', classmethod(wrong))
