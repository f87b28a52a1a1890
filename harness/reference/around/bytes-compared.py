# the bytes of a file are compared with a text
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: b'ELF' == 'ELF')
