"""Imports a module while an exception is being handled."""


def attempt(name):
    """The class of the import's exception, then the classes of its chain of contexts."""
    links = []
    try:
        try:
            raise LookupError('handled')
        except LookupError:
            __import__(name)
    except BaseException as e:
        while e is not None:
            links.append(type(e).__name__)
            e = e.__context__
    return links
