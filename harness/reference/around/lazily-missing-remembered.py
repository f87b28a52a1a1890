# what a lazy import did not find once is not looked for again
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right, missing = bootstrap._find_spec, set()


def wrong(name, *more):
    spec = None
    if name not in missing or name not in sys.lazy_modules:
        spec = right(name, *more)
    if not spec:
        missing.add(name)
    return spec


put(bootstrap, '_find_spec', wrong)
