/* fixture: out=libexecstack.so ldflags=-Wl,-soname,libexecstack.so ldflags=-Wl,-z,execstack
 * check=execstack */
/* A plain library that asks for an executable stack. */
int execstack_value(void);

int
execstack_value(void)
{
	return 8;
}
