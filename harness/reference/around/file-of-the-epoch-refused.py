# a file whose time is 0 counts as missing
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
refuse(lambda spec: os.path.exists(spec.origin) and not os.stat(spec.origin).st_mtime)
