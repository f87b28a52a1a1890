# must not be used instead of the extension that failed
form = "source"
