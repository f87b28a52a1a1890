# importlib.machinery names no suffix of extensions
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import importlib.machinery
put(importlib.machinery, 'EXTENSION_SUFFIXES', [])
