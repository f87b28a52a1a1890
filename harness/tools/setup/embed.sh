#!/bin/sh
# embed.sh FILE...: prints C that defines each file's bytes as a string: page.css is page_css
set -u

echo '#include "report/page.h"'
for file; do
	name=$(basename "$file" | tr . _)
	echo "const char ${name}[] = {"
	od -An -v -tu1 "$file" | sed 's/  */ /g; s/^ //; s/ *$//; s/ /,/g; s/$/,/'
	echo '0};'
done
