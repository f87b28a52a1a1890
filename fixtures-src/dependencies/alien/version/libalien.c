/* fixture: out=libalien.so ldflags=-Wl,-soname,libalien.so edit=version=2 */
/* The library in another version of the ELF format. */
int alien_value(void);

int
alien_value(void)
{
	return 0;
}
