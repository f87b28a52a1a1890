# a name is looked for in the composed and in the decomposed spelling
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import unicodedata

right = external.FileFinder.find_spec


def wrong(self, name, target=None):
    for form in ('NFC', 'NFD'):
        spec = right(self, unicodedata.normalize(form, name), target)
        if spec:
            spec.name = name
            return spec


put(external.FileFinder, 'find_spec', wrong)
