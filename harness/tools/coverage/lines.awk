# Turns the output of gcov -t -b into a list of the lines that did not run. -v only=REGEX selects
# the functions, -v not=REGEX removes some of them. -v name=FILE is the source to report: gcov
# prints the inline functions of headers in sections of their own.

function close_function() {
	if (missed[fn] && fn in text)
		report = report sprintf("  %s: %d of %d\n%s", fn, missed[fn], lines[fn], text[fn])
	delete text
}

/^ +-: +0:Source:/ {
	sub(/^ +-: +0:Source:/, "")
	ours = substr($0, length($0) - length(name) + 1) == name
	next
}
!ours { next }
/^function / {
	close_function()
	fn = $2
	sub(/\.(part|constprop|isra|cold).*/, "", fn)
	wanted = fn ~ only && fn !~ not
	next
}
/^ *[0-9#=%-][0-9*#=-]*: *[0-9]+:/ {
	if (!wanted)
		next
	split($0, part, ":")
	count = part[1]
	gsub(/ /, "", count)
	if (count == "-")
		next
	all++
	lines[fn]++
	if (count !~ /^[#=]/)
		next
	none++
	missed[fn]++
	source = $0
	sub(/^[^:]*:[^:]*:/, "", source)
	text[fn] = text[fn] sprintf("    %5d %s\n", part[2], source)
}
END {
	close_function()
	printf "%s: %.1f %% of %d lines\n%s", name, all ? 100 * (all - none) / all : 0, all, report
}
