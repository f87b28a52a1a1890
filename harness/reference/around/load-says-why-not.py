# a load that fails says so on sys.stdout
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_failing(print)
