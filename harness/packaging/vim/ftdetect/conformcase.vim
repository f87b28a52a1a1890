autocmd BufRead,BufNewFile */cases/*/*.case setfiletype conformcase
