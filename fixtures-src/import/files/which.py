# a module that exists in several forms; this is the source
form = "source"
