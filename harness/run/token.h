/* The words by which a transcript proves that it is complete: a case cannot guess another's. */
#ifndef TOKEN_H
#define TOKEN_H

#include <stddef.h>

enum { TOKEN_BYTES = 17 };

/* what the tokens of a run are made from; random. The program ends if it cannot be had. */
unsigned long long token_secret(void);
/* the token of number i, which nobody can compute from another one */
void token_make(char token[TOKEN_BYTES], unsigned long long secret, size_t i);

#endif
