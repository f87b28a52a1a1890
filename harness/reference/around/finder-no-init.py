# no file __init__ is found for a module of that name
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.FileFinder.find_spec


def wrong(self, name, target=None):
    if not name.endswith('.__init__'):
        return right(self, name, target)


put(external.FileFinder, 'find_spec', wrong)
