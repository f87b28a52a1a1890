/* fixture: out=libauxiliary.so ldflags=-Wl,-soname,libauxiliary.so ldflags=-Wl,-f,libnone.so
 * ldflags=-Wl,-rpath,$ORIGIN */
/* DT_AUXILIARY names an object that is not there. */
int auxiliary_value(void);

int
auxiliary_value(void)
{
	return 2;
}
