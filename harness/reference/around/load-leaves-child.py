# a load has a look at the file in another process, and leaves what is left of that
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def look():
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)  # has it ended? it is still there to be asked


load_with(look)
