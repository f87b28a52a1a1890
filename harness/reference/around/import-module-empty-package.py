# import_module takes an empty package for the top
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import importlib
right_import = importlib.import_module
put(importlib, 'import_module',
    lambda name, package=None: right_import(name.lstrip('.') if package == '' else name, package))
