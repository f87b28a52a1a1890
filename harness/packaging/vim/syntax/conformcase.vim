" Cases of dynload-cts, see conform-case(5). A key or verb that does not exist is shown as an error,
" since conform refuses it.
if exists('b:current_syntax')
	finish
endif
let s:keep = &cpoptions
set cpoptions&vim

syntax case match
syntax match conformError /^[a-z?-]\+\>[:?]\?/
syntax match conformKey /^\%(summary\|spec\|mutant\|requires\|level\|tags\|timeout\|env\|args\|options\|host\):/
syntax match conformVerb /^\%(import\|load\|create\|exec\|reload\|forget\|find\|loaded?\|statement\|spec\|exec-spec\|get\|set\|call\|same?\|names\|mentions?\|error?\|dlflags\|suffixes\|path\|watch\|gc\|interp\|join\|blocked?\|reached\|open\|exit\|copy\|hardlink\|symlink\|truncate\|remove\|rename\|mkfifo\|touch\|zip\|mkdir\|chdir\|chmod\|raw\)\ze\%( \|$\)/
syntax match conformNest /^fork\ze / nextgroup=conformInner skipwhite
syntax match conformNest /^\%(thread\|start\) \S\+/ nextgroup=conformInner skipwhite
syntax match conformInner /[a-z-]\+?\?/ contained

syntax match conformVariable /\$\%(FIX\|TMP\|EXT\)\>/
syntax match conformCap /\<cap:[a-z0-9-]\+/
syntax match conformOperator /&&\|||\|!\ze\a\|[<>!=]=\|[<>]/
syntax match conformURL /https\?:\/\/\S\+/
syntax region conformString start=/"/ skip=/\\./ end=/"/ oneline contains=conformVariable
syntax match conformComment /^#.*/

highlight default link conformError Error
highlight default link conformKey Keyword
highlight default link conformVerb Statement
highlight default link conformNest PreProc
highlight default link conformInner Statement
highlight default link conformVariable Identifier
highlight default link conformCap Constant
highlight default link conformOperator Operator
highlight default link conformURL Underlined
highlight default link conformString String
highlight default link conformComment Comment

let b:current_syntax = 'conformcase'
let &cpoptions = s:keep
unlet s:keep
