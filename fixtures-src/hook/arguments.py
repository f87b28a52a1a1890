"""Calls the functions of the loader with too few arguments, and with too many."""
import _imp


def outcome(function, *arguments):
    try:
        return 'returned %s' % function(*arguments)
    except Exception as error:
        return type(error).__name__


def wrong_numbers():
    return [outcome(_imp.create_dynamic), outcome(_imp.create_dynamic, None, None, None),
            outcome(_imp.exec_dynamic), outcome(_imp.exec_dynamic, None, None)]
