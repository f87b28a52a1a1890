# each load says so on standard output
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: os.write(1, b'loading\n'))
