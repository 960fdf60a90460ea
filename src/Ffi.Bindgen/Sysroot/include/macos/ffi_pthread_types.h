#pragma once
typedef struct _opaque_pthread_t *pthread_t;
typedef struct { long ffi_signature; char ffi_bytes[56]; } pthread_attr_t;
typedef struct { long ffi_signature; char ffi_bytes[56]; } pthread_mutex_t;
typedef struct { long ffi_signature; char ffi_bytes[8]; } pthread_mutexattr_t;
typedef struct { long ffi_signature; char ffi_bytes[40]; } pthread_cond_t;
typedef struct { long ffi_signature; char ffi_bytes[8]; } pthread_condattr_t;
typedef struct { long ffi_signature; char ffi_bytes[192]; } pthread_rwlock_t;
typedef struct { long ffi_signature; char ffi_bytes[16]; } pthread_rwlockattr_t;
typedef struct { long ffi_signature; char ffi_bytes[8]; } pthread_once_t;
typedef unsigned long pthread_key_t;
