/* fixture: out=libwhere.so ldflags=-Wl,-soname,libwhere.so */
/* What the users are linked against; no search path leads here. */
int where(void);

int
where(void)
{
	return 0;
}
