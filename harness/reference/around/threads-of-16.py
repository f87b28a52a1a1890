# no more than sixteen threads load at once
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
loading = []


def enter():
    loading.append(1)
    if len(loading) > 16:
        loading.pop()
        raise ImportError('too many threads')


load_with(enter, lambda was: loading.pop())
