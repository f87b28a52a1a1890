/* fixture: out=libsame.so check=lacks:same_in_two */
/* The first of two libraries with one file name and no soname, in different folders. */
int same(void);

int
same(void)
{
	return 1;
}
