/* fixture: out=libwhere.so ldflags=-Wl,-soname,libwhere.so */
/* Library number 2 of two of one name. */
int where(void);

int
where(void)
{
	return 2;
}
