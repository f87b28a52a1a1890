# a thread that has waited for a module whose load fails does not try itself
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import _thread
failed = {}
right = bootstrap._find_and_load_unlocked


def wrong(name, *args, **options):
    me = _thread.get_ident()
    if failed.get(name, me) != me:
        raise ImportError(name, name=name)
    try:
        return right(name, *args, **options)
    except Exception:
        failed[name] = me
        raise


put(bootstrap, '_find_and_load_unlocked', wrong)
