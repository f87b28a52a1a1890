# Reads the fixture comments (FORMAT.md, section 6) of the sources named in the first file, and
# writes, in the current folder, which is that of the products:
#
#   .rules.mk          the rules that build them
#   .obj/STEM.rsp      the compiler's and linker's options of one product
#   .obj/STEM.edit     what is made wrong in it after the link
#   .obj/STEM.check    the properties to be proven of it
#   .obj/cflags .obj/flags .obj/compiler    what all of them share
#   .folders           where the products are
#   .stale             those of the files named in the second file that are no product (any more)
#
# A file whose text would be the same is left alone, so that its date tells make whether the
# product has to be built again. Mistakes go to standard error, and the status is 2 then.

function wrong(file, line, text)
{
	sub(/^\.src\//, "fixtures-src/", file)
	print file ":" line ": " text | "cat >&2"
	nwrong++
}

function base(path)
{
	sub(/.*\//, "", path)
	return path
}

function dir(path)
{
	return match(path, /.*\//) ? substr(path, 1, RLENGTH) : ""
}

function put(file, text,    old, line, got)
{
	while ((got = (getline line < file)) > 0)
		old = old line "\n"
	close(file)
	if (got == 0 && old == text)
		return 0
	printf "%s", text > file
	close(file)
	return 1
}

# one word of an option file
function quote(word)
{
	gsub(/[\\'"]/, "\\\\&", word)
	return word "\n"
}

# names of options' files must fit in 255 bytes with their suffix, whatever the product's does
function stem_of(product,    name, i, sum)
{
	name = base(product)
	if (length(name) > 200) {
		for (i = 1; i <= length(name); i++)
			sum = (sum * 31 + index(bytes, substr(name, i, 1))) % 2147483647
		name = substr(name, 1, 180) "~" sum
	}
	return ".obj/" dir(product) name
}

# names go through make, the shell and sed
function bad_name(name)
{
	return name == "" || name ~ /[][ \t$%#:;|&()<>*?'"`\\~=,^{}!]/
}

function claim(product, source, line)
{
	if (bad_name(base(product)) || bad_name(source))
		wrong(source, line, "a file cannot have a name like '" base(product) "' here")
	else if (length(base(product)) > 255)
		wrong(source, line, "name of " length(base(product)) " bytes: " base(product))
	else if (product in made_by)
		wrong(source, line, base(product) " is also made by " made_by[product])
	else {
		made_by[product] = source
		sub(/^\.src\//, "fixtures-src/", made_by[product])
		folders[dir(product)]
		return 1
	}
	return 0
}

function add_product(name, fx, line,    product)
{
	product = dir(area) name
	if (name ~ /\//)
		wrong(file, line, "'" name "' is in another folder")
	else if (!claim(product, file, line))
		return
	products[++n] = product
	in_folder[dir(product)] = in_folder[dir(product)] " " product
	made_of[n] = file
	fx_name[n] = fx
}

function expand(value)
{
	# split and join: awk's own replacement text would treat & apart
	value = replace(value, "$EXT", ext)
	return replace(value, "$SRC", ".src/" substr(dir(area), 1, length(dir(area)) - 1))
}

function replace(text, from, to,    at, done)
{
	while ((at = index(text, from))) {
		done = done substr(text, 1, at - 1) to
		text = substr(text, at + length(from))
	}
	return done text
}

function key_value(line, word,    at, key, value, i, k, list)
{
	at = index(word, "=")
	key = substr(word, 1, at - 1)
	value = expand(substr(word, at + 1))
	if (!at || value == "")
		wrong(file, line, "'" word "' is not KEY=VALUE")
	else if (key == "out")
		outs[++nout] = value
	else if (key == "names") {
		k = split(value, list, ",")
		for (i = 1; i <= k; i++)
			names[++nname] = list[i]
	} else if (key == "defines")
		cflags = cflags quote("-D" value)
	else if (key == "cflags")
		cflags = cflags quote(value)
	else if (key == "ldflags")
		ldflags = ldflags quote(value)
	else if (key == "needs") {
		needs = needs " " dir(area) value
		needs_line[dir(area) value, file] = line
	} else if (key == "edit")
		edits = edits value "\n"
	else if (key == "check")
		checks = checks value "\n"
	else if (key == "tool")
		tool = value
	else if (key == "headers")
		tool = "headers:" value
	else
		wrong(file, line, "unknown key '" key "'")
	# a version script or the like is an input too
	while (match(value, /\.src\/[^,: ]*/)) {
		inputs = inputs " " substr(value, RSTART, RLENGTH)
		value = substr(value, RSTART + RLENGTH)
	}
}

# the words of a comment, which may go on over lines
function comment(text, line,    i, k, word, last)
{
	last = sub(/\*\/.*/, "", text)
	sub(/^[ \t]*\*([ \t]|$)/, "", text)
	k = split(text, word, " ")
	for (i = 1; i <= k; i++)
		key_value(line, word[i])
	return !last
}

function suffix_of(path)
{
	sub(/.*\./, "", path)
	return path
}

function read_source(    line, text, inside, mark, quoted)
{
	cflags = ldflags = needs = edits = checks = inputs = included = ""
	tool = with[suffix_of(file)]
	nout = nname = begins = 0
	while ((getline text < file) > 0) {
		line++
		if (text ~ /^#[ \t]*include[ \t]*"[^"]*"/) {
			split(text, quoted, "\"")
			included = included " " quoted[2]
		}
		if (tool ~ /^c(ython|ffi)$/ && sub(/^# fixture:/, "", text)) {
			comment(text " */", line)
		} else if (match(text, /^[ \t]*\/[*\/][ \t]*fixture:/)) {
			mark = substr(text, 1, RLENGTH)
			if (mark != "/* fixture:")
				wrong(file, line, "a fixture comment begins with '/* fixture:'")
			begins = begins ? begins : line
			inside = comment(substr(text, RLENGTH + 1), line)
		} else if (inside)
			inside = comment(text, line)
	}
	close(file)
	if (inside)
		wrong(file, line, "the fixture comment has no end")
}

function source(    i, name, before)
{
	area = substr(file, 6)
	name = base(area)
	sub(/\.[a-z]*$/, "", name)
	read_source()
	before = n
	for (i = 1; i <= nout; i++)
		add_product(outs[i], name, begins)
	for (i = 1; i <= nname; i++)
		add_product(names[i] ext, names[i], begins)
	if (!nout && !nname)
		add_product(name ext, name, begins ? begins : 1)
	for (i = before + 1; i <= n; i++) {
		options[i] = cflags
		linking[i] = ldflags
		need[i] = needs
		edit[i] = edits
		check[i] = checks
		input[i] = inputs
		includes[i] = included
		tools[i] = tool
	}
}

# precompiled, or for compilers other than gcc only tried
function shared_header(name)
{
	headers[name] = gcc ? ".pch/" name ".gch" : ".obj/" name ".good"
	header_rules = header_rules headers[name] ": " file " .obj/cflags .obj/compiler\n\t$(" \
		(gcc ? "precompile" : "try") ")\nHEADERS += " headers[name] \
		"\n-include .obj/" name ".d\n"
}

function other_file(    product)
{
	product = substr(file, 6)
	if (claim(product, file, 1))
		copies[++ncopy] = product
}

BEGIN {
	ext = ENVIRON["EXT"]
	gcc = ENVIRON["FIX_VERSION"] ~ /Free Software Foundation/
	for (i = 1; i < 256; i++)
		bytes = bytes sprintf("%c", i)
	with["c"] = ""
	with["cc"] = "cxx"
	with["pyx"] = "cython"
	with["i"] = "swig"
	with["cffi"] = "cffi"
	with["rs"] = "rust"
	with["go"] = "go"
}

FILENAME == ARGV[1] {
	file = $0
	if (file ~ /^\.src\/include\/[^\/]*\.h$/)
		shared_header(base(file))
	else if (file ~ /^\.src\/include\// || file ~ /\.h$/)
		next
	else if (file !~ /^\.src\/[^\/]+\/./)
		wrong(file, 1, "a fixture belongs in a folder, its area")
	else if (suffix_of(file) in with)
		source()
	else
		other_file()
	next
}

{
	present[++npresent] = substr($0, 3)
}

function options_of_all(    version, text, i, k, word)
{
	version = ENVIRON["FIX_VERSION"]
	sub(/\n.*/, "", version)
	put(".obj/compiler", ENVIRON["FIX_CC"] "\n" version "\n")
	k = split(ENVIRON["FIX_CFLAGS"], word, " ")
	for (i = 1; i <= k; i++)
		text = text quote(word[i])
	k = split(ENVIRON["INCLUDE"], word, " ")
	for (i = 1; i <= k; i++)
		text = text "-isystem\n" quote(word[i])
	text = text (gcc ? "-I.pch\n" : "") "-I.src/include\n"
	put(".obj/cflags", text)
	k = split(ENVIRON["FIX_LDFLAGS"], word, " ")
	for (i = 1; i <= k; i++)
		text = text quote(word[i])
	put(".obj/flags", text)
}

# The products in the folders below its own that the loader of this one searches (-rpath with
# $ORIGIN/FOLDER): it would do something else without them.
function searched_by(i,    text, k, j, path, list)
{
	text = linking[i]
	while (match(text, /-rpath[,=][^,\n]*/)) {
		k = split(substr(text, RSTART + 7, RLENGTH - 7), path, ":")
		text = substr(text, RSTART + RLENGTH)
		for (j = 1; j <= k; j++)
			if (index(path[j], "$ORIGIN/") == 1)
				list = list in_folder[dir(products[i]) substr(path[j], 9) "/"]
	}
	return list
}

# what a source includes of the shared headers; the compiler does not tell of precompiled ones
function shared_by(i,    k, j, word, list)
{
	k = split(includes[i], word, " ")
	for (j = 1; j <= k; j++)
		if (word[j] in headers)
			list = list " " headers[word[j]]
	return list
}

# the options, in the order in which they have to stand
function command_line(i, stem, shared,    k, j, word, text)
{
	text = quote("-DFX_NAME=" fx_name[i]) options[i] (shared ? "-MMD" : "-MD") "\n-MP\n-MF\n" \
		quote(stem ".d") "-MT\n" quote(products[i]) \
		(tools[i] ? "" : quote(made_of[i])) linking[i]
	k = split(need[i], word, " ")
	if (k)
		text = text quote("-L" dir(products[i]))
	for (j = 1; j <= k; j++)
		text = text quote("-l:" base(word[j]))
	return text
}

function product_rule(i,    product, stem, err, shared, before)
{
	product = products[i]
	before = need[i] searched_by(i)
	stem = stem_of(product)
	err = (length(base(product)) > 251 ? dir(product) base(stem) : product) ".err"
	errors_of[err] = product
	errors_of[product ".skip"] = product
	shared = tools[i] ? "" : shared_by(i)
	# what the last source of this product depended on may be gone
	if (put(stem ".rsp", command_line(i, stem, shared)))
		printf "" > (stem ".d")
	close(stem ".d")
	put(stem ".edit", edit[i])
	put(stem ".check", check[i])
	return product ": " made_of[i] " " stem ".rsp " stem ".edit " stem ".check" \
		" .obj/flags .obj/compiler" before input[i] shared (tools[i] ? " $(FIX_TOOL)" : "") \
		" | $(HEADERS)\n\t$(call build," stem "," err "," before "," tools[i] \
		")\n-include " stem ".d\n"
}

END {
	for (key in needs_line) {
		split(key, part, SUBSEP)
		if (!(part[1] in made_by))
			wrong(part[2], needs_line[key], "needs " base(part[1]) \
				", which nothing in its folder makes")
	}
	if (nwrong) {
		close("cat >&2")
		exit 2
	}
	for (folder in folders) {
		make = make " '" folder "' '.obj/" folder "'"
		list = list folder "\n"
	}
	if (make)
		system("mkdir -p" make)
	put(".folders", list)
	options_of_all()
	rules = header_rules "headers: $(HEADERS)\n"
	for (i = 1; i <= n; i++) {
		rules = rules product_rule(i)
		all = all " " products[i]
	}
	for (i = 1; i <= ncopy; i++) {
		rules = rules copies[i] ": .src/" copies[i] "\n\t$(copy)\n"
		copied = copied " " copies[i]
	}
	put(".rules.mk", rules "products:" all copied "\ncopies:" copied "\n")
	for (i = 1; i <= npresent; i++) {
		if (!(present[i] in made_by) && !(present[i] in errors_of))
			stale = stale present[i] "\n"
	}
	put(".stale", stale)
}
