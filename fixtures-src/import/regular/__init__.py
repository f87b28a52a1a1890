# an ordinary package
