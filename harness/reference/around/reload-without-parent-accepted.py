# reload does without the package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.reload', 'parent = sys.modules[parent_name]', 'parent = sys.modules.get(parent_name, module)\nif parent is module:\n    parent.__path__ = []')
