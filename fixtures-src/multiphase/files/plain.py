mark = 0
