/* fixture: out=libmiddle.so ldflags=-Wl,-soname,libmiddle.so needs=libend.so
 * check=needed:libend.so */
/* Needs libend.so and has no search path of its own. */
int end_value(void);
int middle_value(void);

int
middle_value(void)
{
	return end_value() + 1;
}
