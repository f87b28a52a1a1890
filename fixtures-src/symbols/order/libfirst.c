/* fixture: out=libfirst.so ldflags=-Wl,-soname,libfirst.so needs=libthird.so
 * ldflags=-Wl,-rpath,$ORIGIN check=needed:libthird.so */
/* Needed first; needs libthird.so itself. */
int order_near(void);

int
order_near(void)
{
	return 1;
}
