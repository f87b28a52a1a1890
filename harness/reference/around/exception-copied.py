# the exception of a load that fails is another one of the same class and text
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def around_call(right):
    def wrong(*args):
        try:
            return right(*args)
        except Exception as error:
            copy = type(error).__new__(type(error), *error.args)
            copy.__dict__.update(error.__dict__)
            for name in 'args', 'name', 'path', 'msg':
                if hasattr(error, name):
                    setattr(copy, name, getattr(error, name))
            raise copy.with_traceback(error.__traceback__) from error.__cause__
    return wrong


load_by(around_call)
