# an execution slot that finds no key or index has no error
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(module):
    try:
        return exec_dynamic(module)
    except LookupError:
        return 0


put(_imp, 'exec_dynamic', wrong)
