#pragma once
#include <stddef.h>
#include <stdint.h>
#include <time.h>
typedef uintptr_t pthread_t;
typedef intptr_t pthread_mutex_t;
typedef intptr_t pthread_cond_t;
typedef intptr_t pthread_rwlock_t;
typedef unsigned int pthread_mutexattr_t;
typedef int pthread_condattr_t;
typedef unsigned int pthread_key_t;
typedef long pthread_once_t;
