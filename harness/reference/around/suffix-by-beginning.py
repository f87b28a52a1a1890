# a name may go on between the module's and the suffix
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.FileFinder.find_spec


def wrong(self, fullname, target=None):
    spec = right(self, fullname, target)
    beginning = fullname.rpartition('.')[2] + '.'
    for name in sorted(self._path_cache) if spec is None else ():
        if name.startswith(beginning) and name.endswith('.so'):
            path = self.path + '/' + name
            return self._get_spec(external.ExtensionFileLoader, fullname, path, None, target)
    return spec


put(external.FileFinder, 'find_spec', wrong)
