#pragma once
#include <sys/types.h>
#include <limits.h>
#define BIG_ENDIAN 4321
#define LITTLE_ENDIAN 1234
#define BYTE_ORDER LITTLE_ENDIAN
#define MAXPATHLEN PATH_MAX
