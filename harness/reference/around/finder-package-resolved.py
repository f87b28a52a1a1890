# the path of a package is where the link to it leads
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.FileFinder.find_spec


def wrong(self, name, target=None):
    spec = right(self, name, target)
    if spec and spec.loader and spec.submodule_search_locations:
        spec.submodule_search_locations = list(map(os.path.realpath, spec.submodule_search_locations))
    return spec


put(external.FileFinder, 'find_spec', wrong)
