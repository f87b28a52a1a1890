/* fixture: out=libfilter_none.so ldflags=-Wl,-soname,libfilter_none.so ldflags=-Wl,-F,libnone.so
 * ldflags=-Wl,-rpath,$ORIGIN */
/* DT_FILTER names an object that is not there. */
int none_value(void);

int
none_value(void)
{
	return 2;
}
