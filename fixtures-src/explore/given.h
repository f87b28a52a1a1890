/* Functions that one chameleon defines and another one calls. */
#ifndef GIVEN_H
#define GIVEN_H

/* by the product's name: what it does with them */
#define GIVEN_chameleon 0 /* it calls conform_given if another file has it */
#define GIVEN_chameleon_gives 1
#define GIVEN_chameleon_needs 2
#define GIVEN_chameleon_now 3
#define GIVEN_chameleon_version 4
#define GIVEN_chameleon_newer 5
#define GIVEN FX_OF_NAME(GIVEN)

#if GIVEN == 0
__attribute__((weak)) int conform_given(void);
#else
__attribute__((visibility("default"))) int conform_given(void);
#endif
__attribute__((visibility("default"))) int conform_versioned(void);
int conform_newer(void);

#if GIVEN == 1
int
conform_given(void)
{
	return (int)plan_number("answer");
}

int
conform_versioned(void)
{
	return (int)plan_number("answer");
}
#elif GIVEN == 3
/* an address in data is bound when the file is opened, whatever the flags are */
static int (*const volatile bound_now)(void) = conform_given;
#endif

/* which file's function is bound to this one: the answer of that file's plan; 0 if none is */
static long
given(void)
{
#if GIVEN == 0
	return conform_given ? conform_given() : 0;
#elif GIVEN == 3
	return bound_now();
#elif GIVEN == 4
	return conform_versioned();
#elif GIVEN == 5
	return conform_newer();
#else
	return conform_given();
#endif
}

#endif
