# a file is made executable when it is loaded
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def around_call(right):
    def wrong(what, *more):
        if os.access(getattr(what, 'origin', None) or '', os.W_OK):
            os.chmod(what.origin, 0o755)
        return right(what, *more)
    return wrong


load_by(around_call)
