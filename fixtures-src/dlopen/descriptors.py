"""Tells whether more files are open than when it was imported."""
import os


def lowest():
    free = os.open('/', os.O_RDONLY)
    os.close(free)
    return free


before = lowest()


def grown():
    return lowest() > before
