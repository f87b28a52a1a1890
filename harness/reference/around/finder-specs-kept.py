# each spec that a finder of a folder makes stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.FileFinder.find_spec
kept = []


def wrong(self, fullname, target=None):
    spec = right(self, fullname, target)
    kept.append(spec)
    return spec


put(external.FileFinder, 'find_spec', wrong)
