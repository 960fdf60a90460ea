#pragma once
#include <sys/types.h>
#if defined(__APPLE__)
typedef int sem_t;
#else
typedef union { char ffi_bytes[32]; long ffi_alignment; } sem_t;
#endif
