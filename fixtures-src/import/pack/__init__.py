# what must not be used in the place of the extension beside it
form = "source"
