/* fixture: out=libwhere.so ldflags=-Wl,-soname,libwhere.so */
/* Library number 1 of two of one name. */
int where(void);

int
where(void)
{
	return 1;
}
