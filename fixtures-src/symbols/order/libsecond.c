/* fixture: out=libsecond.so ldflags=-Wl,-soname,libsecond.so */
/* Needed second; defines the symbols of libfirst.so and of libthird.so. */
int order_near(void);
int order_deep(void);

int
order_near(void)
{
	return 2;
}

int
order_deep(void)
{
	return 2;
}
