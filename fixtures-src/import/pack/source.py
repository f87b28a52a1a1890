# a submodule in Python of a package that is an extension
form = "source"
