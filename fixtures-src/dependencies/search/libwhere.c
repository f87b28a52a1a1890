/* fixture: out=libwhere.so ldflags=-Wl,-soname,libwhere.so */
/* The library to link against; no search path leads here. */
int where(void);

int
where(void)
{
	return 0;
}
