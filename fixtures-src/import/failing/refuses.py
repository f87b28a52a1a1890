# what must not be used in the place of the extension that failed
form = "source"
