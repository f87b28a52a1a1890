# reload goes by __name__, not by the spec
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'name = module.__spec__.name', 'name = module.__name__')
