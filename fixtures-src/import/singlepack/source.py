# a Python submodule of a package that is an extension
form = "source"
