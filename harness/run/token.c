#include "run/token.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include "base/util.h"

unsigned long long
token_secret(void)
{
	uint64_t secret = 0;
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);

	if (fd < 0 || read(fd, &secret, sizeof(secret)) != sizeof(secret))
		die("cannot read /dev/urandom:");
	close(fd);
	return secret;
}

void
token_make(char token[TOKEN_BYTES], unsigned long long secret, size_t i)
{
	uint64_t z = (uint64_t)secret + (i + 1) * 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	snprintf(token, TOKEN_BYTES, "%016llx", (unsigned long long)(z ^ (z >> 31)));
}
