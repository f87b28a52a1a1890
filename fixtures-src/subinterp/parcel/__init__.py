"""A package with an extension in it."""
