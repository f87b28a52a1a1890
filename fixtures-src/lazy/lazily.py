"""A module that imports an extension lazily."""
__lazy_modules__ = ['plain']
import plain


def use():
    return plain.answer
