#pragma once
#include <stddef.h>
#include <ffi_crt.h>
#include <ffi_time_t.h>
typedef unsigned short _ino_t;
typedef unsigned short ino_t;
typedef unsigned int _dev_t;
typedef unsigned int dev_t;
typedef long _off_t;
typedef long off32_t;
typedef long long _off64_t;
typedef long long off64_t;
#if defined(_FILE_OFFSET_BITS) && _FILE_OFFSET_BITS == 64
typedef long long off_t;
#else
typedef long off_t;
#endif
typedef unsigned short _mode_t;
typedef unsigned short mode_t;
typedef long long _pid_t;
typedef long long pid_t;
typedef unsigned int useconds_t;
