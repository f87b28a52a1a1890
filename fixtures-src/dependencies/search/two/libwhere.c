/* fixture: out=libwhere.so ldflags=-Wl,-soname,libwhere.so */
/* The second of two libraries with one name. */
int where(void);

int
where(void)
{
	return 2;
}
