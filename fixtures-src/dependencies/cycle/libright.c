/* fixture: out=libright.so ldflags=-Wl,-soname,libright.so ldflags=-Wl,-rpath,$ORIGIN
 * needs=libstub.so check=needed:libleft.so */
/* Needs libleft.so, which needs this one. */
int right_value(void);
int right_sum(void);
int left_value(void);

static int started;

__attribute__((constructor)) static void
at_load(void)
{
	started++;
}

int
right_value(void)
{
	return started;
}

int
right_sum(void)
{
	return 10 * started + left_value();
}
