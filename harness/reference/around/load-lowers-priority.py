# each load makes the process yield more to others
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: os.nice(1))
