/* fixture: out=libthird.so ldflags=-Wl,-soname,libthird.so */
/* Needed by the first library, so on the second level. */
int order_deep(void);

int
order_deep(void)
{
	return 3;
}
