#pragma once
#include <sys/types.h>
#define S_IFMT 0xF000
#define S_IFDIR 0x4000
#define S_IFCHR 0x2000
#define S_IFIFO 0x1000
#define S_IFREG 0x8000
#define S_IREAD 0x0100
#define S_IWRITE 0x0080
#define S_IEXEC 0x0040
#define S_IRUSR S_IREAD
#define S_IWUSR S_IWRITE
#define S_IXUSR S_IEXEC
#define _S_IFMT S_IFMT
#define _S_IFDIR S_IFDIR
#define _S_IFREG S_IFREG
#define _S_IREAD S_IREAD
#define _S_IWRITE S_IWRITE
#define _S_IEXEC S_IEXEC
struct _stat32 { _dev_t st_dev; _ino_t st_ino; unsigned short st_mode; short st_nlink, st_uid, st_gid; _dev_t st_rdev; _off_t st_size; __time32_t st_atime, st_mtime, st_ctime; };
struct stat { _dev_t st_dev; _ino_t st_ino; unsigned short st_mode; short st_nlink, st_uid, st_gid; _dev_t st_rdev; _off_t st_size; time_t st_atime, st_mtime, st_ctime; };
struct _stat64i32 { _dev_t st_dev; _ino_t st_ino; unsigned short st_mode; short st_nlink, st_uid, st_gid; _dev_t st_rdev; _off_t st_size; __time64_t st_atime, st_mtime, st_ctime; };
struct _stat64 { _dev_t st_dev; _ino_t st_ino; unsigned short st_mode; short st_nlink, st_uid, st_gid; _dev_t st_rdev; long long st_size; __time64_t st_atime, st_mtime, st_ctime; };
#define _stati64 _stat64
#define _stat _stat64i32
#define stat64 _stat64
#define __stat64 _stat64
