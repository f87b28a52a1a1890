/* fixture: out=libalien.so ldflags=-Wl,-soname,libalien.so */
/* What a file needs; its copies in other folders are not for this machine. */
int alien_value(void);

int
alien_value(void)
{
	return 5;
}
