# while a module is loaded, its thread bears the name of what it does
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def named(text):
    with open('/proc/thread-self/comm', 'r+') as name:
        was = name.read()
        name.write(text)
    return was


load_with(lambda: named('loading'), named)
