/* fixture: out=libneeded.so ldflags=-Wl,-soname,libneeded.so check=soname:libneeded.so */
/* A plain library with the function of provider.c and one of its own. */
int prov_function(void);
int needed_count(void);

int
prov_function(void)
{
	return 51;
}

int
needed_count(void)
{
	static int count;

	return ++count;
}
