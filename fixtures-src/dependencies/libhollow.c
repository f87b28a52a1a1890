/* fixture: out=libhollow.so ldflags=-Wl,-soname,libhollow.so
 * check=undef:nowhere_defined */
/* A library that lacks a symbol that it uses. */
int nowhere_defined(void);
int hollow_value(void);

int
hollow_value(void)
{
	return nowhere_defined();
}
