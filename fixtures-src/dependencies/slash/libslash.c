/* fixture: out=libslash.so ldflags=-Wl,-soname,./way/libslash.so check=soname:./way/libslash.so */
/* Its soname is a path, relative to the current folder. */
int slash_value(void);

int
slash_value(void)
{
	return 5;
}
