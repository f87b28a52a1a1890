/* fixture: out=libalien.so ldflags=-Wl,-soname,libalien.so edit=class=other */
/* The library for another word size. */
int alien_value(void);

int
alien_value(void)
{
	return 0;
}
