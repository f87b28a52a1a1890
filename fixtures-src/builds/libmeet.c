/* fixture: out=libmeet.so */
/* A place where two threads meet: who comes first waits for the other, however long it takes. */
#define FX_NO_PYTHON
#include "fx.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t all_there = PTHREAD_COND_INITIALIZER;
static int arrived;

void meet(void);

void
meet(void)
{
	pthread_mutex_lock(&lock);
	arrived++;
	while (arrived < 2)
		pthread_cond_wait(&all_there, &lock);
	pthread_cond_broadcast(&all_there);
	pthread_mutex_unlock(&lock);
}
