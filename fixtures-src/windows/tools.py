"""What no verb does on Windows: folders of libraries, and the bytes of a file."""
import importlib.machinery
import importlib.util
import os
import shutil

added = {}


def add(folder):
    added[folder] = os.add_dll_directory(folder)


def remove(folder):
    added.pop(folder).close()


def program_path(folder):
    """Put FOLDER at the front of PATH."""
    os.environ['PATH'] = folder + os.pathsep + os.environ.get('PATH', '')


def write_header(path, offset, text):
    """Write bytes into a PE file, so many behind where its header begins."""
    with open(path, 'r+b') as file:
        file.seek(0x3c)
        file.seek(int.from_bytes(file.read(4), 'little') + offset)
        file.write(text)


def for_machine(path, number):
    """Say in the header of a PE file that it is for another machine."""
    write_header(path, 4, number.to_bytes(2, 'little'))


def write(path, text):
    with open(path, 'w', newline='') as file:
        file.write(text)


def load(name, path):
    """Load a file; true: its module has this name and this path."""
    loader = importlib.machinery.ExtensionFileLoader(name, path)
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    module = importlib.util.module_from_spec(spec)
    return [module.__name__ == name, module.__file__ == path]


def load_deep(file, folder):
    """Load a copy whose path has more than 260 characters, by the form of a path that may have them."""
    folder = '\\\\?\\' + os.path.join(folder, *['d' * 100] * 3)
    os.makedirs(folder)
    copy = shutil.copy(file, folder)
    return load('plain', copy) + [len(copy) > 260]


def load_shared(name, file, prefix='\\\\'):
    """Load a file by the share that stands for its drive."""
    drive, rest = os.path.splitdrive(os.path.abspath(file))
    return load(name, prefix + 'localhost\\' + drive[0] + '$' + rest)


def load_shared_long(name, file):
    """The same by the form of a path that may have more than 260 characters."""
    return load_shared(name, file, '\\\\?\\UNC\\')


def drop_exports(path):
    """Take the directory of exports out of a PE file for 64 bits."""
    write_header(path, 24 + 112, bytes(8))
