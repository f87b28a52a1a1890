/* fixture: out=libver.so ldflags=-Wl,-soname,libver_old.so
 * ldflags=-Wl,--default-symver check=verdef:libver_old.so */
/* A library with the same file name whose symbols have another version. */
int ver_value(void);

int
ver_value(void)
{
	return 2;
}
