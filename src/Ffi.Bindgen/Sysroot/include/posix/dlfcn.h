#pragma once
#define RTLD_LAZY 1
#define RTLD_NOW 2
#if defined(__APPLE__)
#define RTLD_LOCAL 4
#define RTLD_GLOBAL 8
#define RTLD_NEXT ((void *)-1)
#define RTLD_DEFAULT ((void *)-2)
#else
#define RTLD_LOCAL 0
#define RTLD_GLOBAL 0x100
#ifdef _GNU_SOURCE
#define RTLD_NEXT ((void *)-1)
#define RTLD_DEFAULT ((void *)0)
#endif
#endif
typedef struct { const char *dli_fname; void *dli_fbase; const char *dli_sname; void *dli_saddr; } Dl_info;
