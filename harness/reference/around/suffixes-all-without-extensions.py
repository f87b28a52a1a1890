# the list of all suffixes lacks those of extensions
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import importlib.machinery
right = importlib.machinery.all_suffixes
put(importlib.machinery, 'all_suffixes',
    lambda: [suffix for suffix in right() if suffix not in external.EXTENSION_SUFFIXES])
