/* fixture: check=exports:prov_function check=exports:prov_data check=lacks:prov_hidden */
/* Provides a function, a variable and a thread-local variable, if its symbols are global. */
#include "fx_module.h"

extern int prov_data;
extern __thread int prov_thread;
int prov_function(void);
__attribute__((visibility("hidden"))) int prov_hidden(void);

int prov_data = 12;
__thread int prov_thread = 13;

int
prov_function(void)
{
	return 11;
}

int
prov_hidden(void)
{
	return 14;
}

FX_MODULE(provider, NULL)
