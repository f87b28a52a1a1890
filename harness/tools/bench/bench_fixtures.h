/*
 * What it costs to have the fixtures there: with nothing changed, on a fresh checkout, after a
 * change, and with many more than there are. By CPU time, in copies below build/bench.
 */
#ifndef BENCH_FIXTURES_H
#define BENCH_FIXTURES_H

/* measure and print the table; executable is a bare interpreter */
void bench_fixtures(const char *conform, const char *loader, const char *executable);

#endif
