# the name of a hook must be one in the locale's encoding
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import sys


def wrong(spec, *more):
    spec.name.encode(sys.getfilesystemencoding())
    return create_dynamic(spec, *more)


put(_imp, 'create_dynamic', wrong)
