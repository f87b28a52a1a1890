/* fixture: out=libend.so ldflags=-Wl,-soname,libend.so */
/* The end of a chain of needed libraries. */
int end_value(void);

int
end_value(void)
{
	return 7;
}
