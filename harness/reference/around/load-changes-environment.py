# a load leaves a variable in the environment
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: os.environ.setdefault('LD_LIBRARY_PATH', '/'))
