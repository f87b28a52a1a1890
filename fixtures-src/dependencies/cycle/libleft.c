/* fixture: out=libleft.so ldflags=-Wl,-soname,libleft.so ldflags=-Wl,-rpath,$ORIGIN
 * needs=libright.so check=needed:libright.so */
/* Needs libright.so, which needs this one. */
int left_value(void);
int left_sum(void);
int right_value(void);

static int started;

__attribute__((constructor)) static void
at_load(void)
{
	started++;
}

int
left_value(void)
{
	return started;
}

int
left_sum(void)
{
	return 10 * started + right_value();
}
