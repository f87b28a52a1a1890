/* fixture: out=libtwo.so ldflags=-Wl,-soname,libtwo.so check=exports:two_value */
/* Only to link against: a library of the same name whose symbols have no version. */
int two_value(void);

int
two_value(void)
{
	return 3;
}
