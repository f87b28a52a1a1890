# only the first 64 finders of sys.meta_path are asked
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'for finder in meta_path:', 'for finder in meta_path[:64]:')
