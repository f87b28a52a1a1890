/* manpage FORMAT.md DATE: prints conform-case(5). Exit status 2: it cannot. */
#include <errno.h>
#include <stdio.h>

#include "base/util.h"
#include "tools/manpage/manpage.h"

int
main(int argc, char **argv)
{
	struct buf in = {0}, out = {0};

	argv0 = "manpage";
	if (argc != 3)
		die("usage: manpage FORMAT.md DATE");
	if (file_read(argv[1], &in))
		die("cannot read %s: %s", argv[1], file_why(errno));
	manpage_make(&out, buf_str(&in), argv[2]);
	fputs(buf_str(&out), stdout);
	buf_free(&in);
	buf_free(&out);
	return all_said(0);
}
