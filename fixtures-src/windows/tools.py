"""What no verb does on Windows: folders of libraries, and the bytes of a file."""
import os

added = {}


def add(folder):
    added[folder] = os.add_dll_directory(folder)


def remove(folder):
    added.pop(folder).close()


def program_path(folder):
    """Put FOLDER at the front of PATH."""
    os.environ['PATH'] = folder + os.pathsep + os.environ.get('PATH', '')


def for_machine(path, number):
    """Say in the header of a PE file that it is for another machine."""
    with open(path, 'r+b') as file:
        file.seek(0x3c)
        file.seek(int.from_bytes(file.read(4), 'little') + 4)
        file.write(number.to_bytes(2, 'little'))


def write(path, text):
    with open(path, 'w', newline='') as file:
        file.write(text)


def long_folder(folder):
    """Make a folder whose path has more than 260 characters; return it in the form that may."""
    folder = '\\\\?\\' + os.path.join(folder, *['d' * 100] * 3)
    os.makedirs(folder)
    return folder
