#pragma once
#include <time.h>
typedef int (*thrd_start_t)(void *);
typedef void (*tss_dtor_t)(void *);
#define thread_local _Thread_local
