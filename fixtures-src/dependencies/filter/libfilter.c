/* fixture: out=libfilter.so ldflags=-Wl,-soname,libfilter.so ldflags=-Wl,-F,libfiltee.so
 * ldflags=-Wl,-rpath,$ORIGIN */
/* DT_FILTER names the object that gives the symbols. */
int filtered_value(void);

int
filtered_value(void)
{
	return 2;
}
