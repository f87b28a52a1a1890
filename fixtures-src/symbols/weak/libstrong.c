/* fixture: out=libstrong.so ldflags=-Wl,-soname,libstrong.so */
/* A strong definition. */
int weak_or_strong(void);

int
weak_or_strong(void)
{
	return 2;
}
