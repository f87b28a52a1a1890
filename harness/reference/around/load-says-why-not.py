# a load that fails says so on sys.stdout
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def create(*args):
    try:
        return create_dynamic(*args)
    except ImportError as error:
        print(error)
        raise


put(_imp, 'create_dynamic', create)
