# reload does not look for the file again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload',
       'spec = module.__spec__ = _bootstrap._find_spec(name, pkgpath, target)',
       'spec = module.__spec__')
