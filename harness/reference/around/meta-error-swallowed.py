# an exception of a finder on sys.meta_path counts as "not found"
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec',
       'spec = find_spec(name, path, target)',
       '''try:
    spec = find_spec(name, path, target)
except Exception:
    spec = None''')
