# a load leaves a file in the working folder
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: open('loaded', 'w').close())
