# a load leaves a descriptor of the folder open
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: os.open('/', os.O_RDONLY))
