"""The verbs for files."""
import os

from conform_session import number, verb


@verb('copy', 2)
def do_copy(session, source, target):
    with open(source, 'rb') as file:
        data = file.read()
        mode = os.fstat(file.fileno()).st_mode & 0o7777
    with open(target, 'wb') as file:
        file.write(data)
    os.chmod(target, mode)


@verb('hardlink', 2)
def do_hardlink(session, source, target):
    os.link(source, target)


@verb('symlink', 2)
def do_symlink(session, text, target):
    os.symlink(text, target)


@verb('truncate', 2)
def do_truncate(session, path, size):
    os.truncate(path, number(size))


@verb('remove', 1)
def do_remove(session, path):
    if os.path.isdir(path) and not os.path.islink(path):
        os.rmdir(path)
    else:
        os.remove(path)


@verb('mkdir', 1)
def do_mkdir(session, path):
    os.mkdir(path)


@verb('chdir', 1)
def do_chdir(session, path):
    os.chdir(path)


@verb('chmod', 2)
def do_chmod(session, mode, path):
    os.chmod(path, number(mode, 8))


@verb('rename', 2)
def do_rename(session, old, new):
    os.rename(old, new)


@verb('mkfifo', 1)
def do_mkfifo(session, path):
    os.mkfifo(path)


@verb('touch', 2)
def do_touch(session, path, time):
    """Set both times, in seconds and a fraction; make the file if there is none."""
    whole, _, part = time.partition('.')
    nanoseconds = number(whole) * 10 ** 9 + number((part + '0' * 9)[:9])
    if not os.path.exists(path):
        open(path, 'ab').close()
    os.utime(path, ns=(nanoseconds, nanoseconds))


@verb('zip', 2)
def do_zip(session, folder, archive):
    """Pack what is in FOLDER, uncompressed. The module zipfile would import extensions."""
    done, index = b'', b''
    names = sorted(below(folder, ''))
    for name in names:
        with open(os.path.join(folder, name), 'rb') as file:
            data = file.read()
        text = name.encode('utf-8')
        # version, flags (UTF-8), stored, 1980-01-01, the sum, both sizes, the name, no extra
        head = ((20, 2), (0x800, 2), (0, 2), (0, 2), (33, 2), (crc32(data), 4), (len(data), 4),
                (len(data), 4), (len(text), 2), (0, 2))
        index += (b'PK\1\2' + little((20, 2)) + little(*head) +
                  little((0, 2), (0, 2), (0, 2), (0, 4), (len(done), 4)) + text)
        done += b'PK\3\4' + little(*head) + text + data
    with open(archive, 'wb') as file:
        file.write(done + index + b'PK\5\6' + little(
            (0, 2), (0, 2), (len(names), 2), (len(names), 2), (len(index), 4), (len(done), 4),
            (0, 2)))


def below(folder, prefix):
    """The names of all files below FOLDER."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if os.path.isdir(path):
            for inner in below(path, prefix + name + '/'):
                yield inner
        else:
            yield prefix + name


def little(*numbers):
    return b''.join([value.to_bytes(size, 'little') for value, size in numbers])


def crc32(data):
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xedb88320 if value & 1 else 0)
        table.append(value)
    crc = 0xffffffff
    for byte in bytearray(data):
        crc = crc >> 8 ^ table[(crc ^ byte) & 0xff]
    return crc ^ 0xffffffff
