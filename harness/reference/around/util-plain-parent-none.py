# find_spec below a module that is no package gives None
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right_find = __import__('importlib.util').util.find_spec


def wrong(name, package=None):
    try:
        return right_find(name, package)
    except ModuleNotFoundError:
        return None


put(__import__('importlib.util').util, 'find_spec', wrong)
