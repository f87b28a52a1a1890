mark = True
