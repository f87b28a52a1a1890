/* fixture: out=libalien.so ldflags=-Wl,-soname,libalien.so */
/* The needed library; its copies in other folders are not for this machine. */
int alien_value(void);

int
alien_value(void)
{
	return 5;
}
