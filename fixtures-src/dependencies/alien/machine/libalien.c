/* fixture: out=libalien.so ldflags=-Wl,-soname,libalien.so edit=machine=0xfeed */
/* The library for another machine. */
int alien_value(void);

int
alien_value(void)
{
	return 0;
}
