# a file that is loaded under a second path gives the first module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.ExtensionFileLoader.create_module
made = {}


def wrong(self, spec):
    status = os.stat(spec.origin)
    key = status.st_dev, status.st_ino
    if key not in made:
        made[key] = right(self, spec)
    return made[key]


put(external.ExtensionFileLoader, 'create_module', wrong)
