/* fixture: out=libfiltee.so ldflags=-Wl,-soname,libfiltee.so */
/* The object whose symbols count. */
int filtered_value(void);

int
filtered_value(void)
{
	return 1;
}
