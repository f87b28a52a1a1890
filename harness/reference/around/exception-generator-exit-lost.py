# a load from which GeneratorExit comes has no error
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def around_call(right):
    def wrong(*args):
        try:
            return right(*args)
        except GeneratorExit:
            return None
    return wrong


load_by(around_call)
