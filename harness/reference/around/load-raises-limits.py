# a load raises the limit of open files as far as it may
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import resource


def enter():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


load_with(enter)
