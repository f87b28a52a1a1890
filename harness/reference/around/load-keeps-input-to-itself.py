# after a load a program that the process starts has no standard input
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: os.set_inheritable(0, False))
