/* fixture: out=libweak.so ldflags=-Wl,-soname,libweak.so */
/* A weak definition. */
int weak_or_strong(void);

__attribute__((weak)) int
weak_or_strong(void)
{
	return 1;
}
