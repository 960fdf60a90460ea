#pragma once
#include <features.h>
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int id_t;
typedef unsigned int mode_t;
typedef unsigned long dev_t;
typedef unsigned long ino_t;
typedef unsigned long ino64_t;
typedef long off_t;
typedef long off64_t;
typedef long loff_t;
typedef long blkcnt_t;
typedef long blkcnt64_t;
#if defined(__x86_64__)
typedef unsigned long nlink_t;
typedef long blksize_t;
#else
typedef unsigned int nlink_t;
typedef int blksize_t;
#endif
typedef unsigned long fsblkcnt_t;
typedef unsigned long fsfilcnt_t;
typedef long suseconds_t;
typedef unsigned int useconds_t;
typedef int key_t;
typedef char *caddr_t;
typedef int daddr_t;
typedef long quad_t;
typedef unsigned long u_quad_t;
typedef struct { int ffi_value[2]; } fsid_t;
typedef unsigned long int ulong;
typedef unsigned short int ushort;
typedef unsigned int uint;
