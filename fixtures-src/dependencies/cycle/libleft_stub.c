/* fixture: out=libstub.so ldflags=-Wl,-soname,libleft.so */
/* Stands in for libleft.so while libright.so is linked. */
int left_value(void);

int
left_value(void)
{
	return 0;
}
