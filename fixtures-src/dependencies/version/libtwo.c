/* fixture: out=libtwo.so ldflags=-Wl,-soname,libtwo.so
 * ldflags=-Wl,--version-script=$SRC/two.map check=verdef:VER_1 check=verdef:VER_2 */
/* One function in an old version and in the default version, to which new files are linked. */
int two_value(void);
int two_value_old(void);

__asm__(".symver two_value_old, two_value@VER_1");

int
two_value(void)
{
	return 2;
}

int
two_value_old(void)
{
	return 1;
}
