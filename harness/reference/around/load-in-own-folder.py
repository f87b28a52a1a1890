# a module is loaded in another working folder, and the process goes back to the one before
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def enter():
    folder = os.getcwd()
    os.chdir('/')
    return folder


load_with(enter, os.chdir)
