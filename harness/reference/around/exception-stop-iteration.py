# a StopIteration of a load arrives as RuntimeError, as the loader is a generator
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def around_call(right):
    def wrong(*args):
        def loads():
            yield right(*args)
        return next(loads())
    return wrong


load_by(around_call)
