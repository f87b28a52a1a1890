/* fixture: out=libver.so ldflags=-Wl,-soname,libver.so check=exports:ver_value */
/* A library with the same name whose symbols have no version. */
int ver_value(void);

int
ver_value(void)
{
	return 3;
}
