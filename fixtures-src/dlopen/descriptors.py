"""Tells whether more files are open now than at its import."""
import os


def lowest():
    free = os.open('/', os.O_RDONLY)
    os.close(free)
    return free


before = lowest()


def grown():
    return lowest() > before
