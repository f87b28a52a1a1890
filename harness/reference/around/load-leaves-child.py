# a load has a look at the file in another process, and does not wait for it
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def look():
    if not os.fork():
        os._exit(0)


load_with(look)
