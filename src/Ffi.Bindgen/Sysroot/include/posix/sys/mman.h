#pragma once
#include <sys/types.h>
#define PROT_NONE 0
#define PROT_READ 1
#define PROT_WRITE 2
#define PROT_EXEC 4
#define MAP_SHARED 1
#define MAP_PRIVATE 2
#define MAP_FIXED 0x10
#define MAP_FAILED ((void *)-1)
#if defined(__APPLE__)
#define MAP_ANON 0x1000
#else
#define MAP_ANON 0x20
#endif
#define MAP_ANONYMOUS MAP_ANON
