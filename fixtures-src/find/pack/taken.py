"""A submodule whose name the package has."""
