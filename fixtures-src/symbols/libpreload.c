/* fixture: out=libpreload.so check=exports:prov_function check=exports:prov_data */
/* A plain library for LD_PRELOAD, with the function and the variable of provider.c. */
extern int prov_data;
int prov_function(void);

int prov_data = 62;

int
prov_function(void)
{
	return 61;
}
