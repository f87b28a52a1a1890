# reload seeks a submodule on sys.path
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'pkgpath = parent.__path__', 'pkgpath = None')
