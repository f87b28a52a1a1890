# a file that is to be written in the future is not loaded
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import time
refuse(lambda spec: os.path.exists(spec.origin) and os.stat(spec.origin).st_mtime > time.time() + 86400)
