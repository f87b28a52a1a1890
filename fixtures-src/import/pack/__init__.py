# must not be used instead of the extension beside it
form = "source"
