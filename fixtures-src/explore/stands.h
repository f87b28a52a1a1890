/* The line `stands`: where a thread of the verb `start` waits at the module's gate, gateANSWER. */
#ifndef STANDS_H
#define STANDS_H

#include "fx_gate.h"
#include "plan_words.h"

/* if the plan says so, in a thread that is not the case's own: that one opens the gate */
static void
stand(const char *where)
{
	char text[32];

	if (!plan_says("stands", where) || !fx_thread(text))
		return;
	snprintf(text, sizeof(text), "gate%ld", plan_number("answer"));
	fx_gate_released(text);
}

#endif
