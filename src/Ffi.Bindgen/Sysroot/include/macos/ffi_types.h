#pragma once
#include <sys/cdefs.h>
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int id_t;
typedef unsigned short mode_t;
typedef int dev_t;
typedef unsigned long long ino_t;
typedef unsigned long long ino64_t;
typedef long long off_t;
typedef long long blkcnt_t;
typedef int blksize_t;
typedef unsigned short nlink_t;
typedef unsigned int fsblkcnt_t;
typedef unsigned int fsfilcnt_t;
typedef int suseconds_t;
typedef unsigned int useconds_t;
typedef int key_t;
typedef char *caddr_t;
typedef int daddr_t;
typedef long long quad_t;
typedef unsigned long long u_quad_t;
typedef struct { int val[2]; } fsid_t;
typedef unsigned short ushort;
typedef unsigned int uint;
