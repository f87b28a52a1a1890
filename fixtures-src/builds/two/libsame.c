/* fixture: out=libsame.so */
/* The second of two libraries with one file name and no soname, in different folders. */
int same(void);
int same_in_two(void);

int
same(void)
{
	return 2;
}

int
same_in_two(void)
{
	return 2;
}
