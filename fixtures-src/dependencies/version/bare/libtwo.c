/* fixture: out=libtwo.so ldflags=-Wl,-soname,libtwo.so check=exports:two_value */
/* Used only for linking: a library with the same name whose symbols have no version. */
int two_value(void);

int
two_value(void)
{
	return 3;
}
