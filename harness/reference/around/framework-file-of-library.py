# the __file__ of a module of iOS is its library
# needs: py>=3.13
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('AppleFrameworkLoader.create_module', 'module.__file__ = path', 'module.__file__ = spec.origin')
