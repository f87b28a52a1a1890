# a file that everybody may write is not loaded
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
refuse(lambda spec: os.path.exists(spec.origin) and os.stat(spec.origin).st_mode & 0o002)
