#pragma once
typedef unsigned long pthread_t;
#if defined(__x86_64__)
typedef union { char ffi_bytes[56]; long ffi_alignment; } pthread_attr_t;
typedef union { char ffi_bytes[40]; long ffi_alignment; } pthread_mutex_t;
typedef union { char ffi_bytes[4]; int ffi_alignment; } pthread_mutexattr_t;
typedef union { char ffi_bytes[4]; int ffi_alignment; } pthread_condattr_t;
typedef union { char ffi_bytes[4]; int ffi_alignment; } pthread_barrierattr_t;
#else
typedef union { char ffi_bytes[64]; long ffi_alignment; } pthread_attr_t;
typedef union { char ffi_bytes[48]; long ffi_alignment; } pthread_mutex_t;
typedef union { char ffi_bytes[8]; int ffi_alignment; } pthread_mutexattr_t;
typedef union { char ffi_bytes[8]; int ffi_alignment; } pthread_condattr_t;
typedef union { char ffi_bytes[8]; int ffi_alignment; } pthread_barrierattr_t;
#endif
typedef union { char ffi_bytes[48]; long long ffi_alignment; } pthread_cond_t;
typedef union { char ffi_bytes[56]; long ffi_alignment; } pthread_rwlock_t;
typedef union { char ffi_bytes[8]; long ffi_alignment; } pthread_rwlockattr_t;
typedef union { char ffi_bytes[32]; long ffi_alignment; } pthread_barrier_t;
typedef volatile int pthread_spinlock_t;
typedef unsigned int pthread_key_t;
typedef int pthread_once_t;
