"""A package with an attribute that has the name of a submodule."""
taken = 1
