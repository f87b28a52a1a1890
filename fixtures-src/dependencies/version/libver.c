/* fixture: out=libver.so ldflags=-Wl,-soname,libver.so ldflags=-Wl,--default-symver
 * check=verdef:libver.so */
/* Its symbols have the version libver.so. */
int ver_value(void);

int
ver_value(void)
{
	return 1;
}
