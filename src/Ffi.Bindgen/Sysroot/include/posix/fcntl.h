#pragma once
#include <sys/types.h>
#include <sys/stat.h>
#define O_RDONLY 0
#define O_WRONLY 1
#define O_RDWR 2
#define O_ACCMODE 3
#if defined(__APPLE__)
#define O_NONBLOCK 0x4
#define O_APPEND 0x8
#define O_SHLOCK 0x10
#define O_EXLOCK 0x20
#define O_ASYNC 0x40
#define O_SYNC 0x80
#define O_NOFOLLOW 0x100
#define O_CREAT 0x200
#define O_TRUNC 0x400
#define O_EXCL 0x800
#define O_NOCTTY 0x20000
#define O_DIRECTORY 0x100000
#define O_SYMLINK 0x200000
#define O_DSYNC 0x400000
#define O_CLOEXEC 0x1000000
#define F_GETLK 7
#define F_SETLK 8
#define F_SETLKW 9
#define F_RDLCK 1
#define F_UNLCK 2
#define F_WRLCK 3
#define F_DUPFD_CLOEXEC 67
#define AT_FDCWD (-2)
struct flock { off_t l_start, l_len; pid_t l_pid; short l_type, l_whence; };
#else
#define O_CREAT 0100
#define O_EXCL 0200
#define O_NOCTTY 0400
#define O_TRUNC 01000
#define O_APPEND 02000
#define O_NONBLOCK 04000
#define O_DSYNC 010000
#define O_ASYNC 020000
#define O_SYNC 04010000
#define O_RSYNC O_SYNC
#define O_CLOEXEC 02000000
#if defined(__x86_64__)
#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000
#else
#define O_DIRECTORY 040000
#define O_NOFOLLOW 0100000
#endif
#ifdef _GNU_SOURCE
#define O_LARGEFILE 0
#if defined(__x86_64__)
#define O_DIRECT 040000
#else
#define O_DIRECT 0200000
#endif
#define O_NOATIME 01000000
#define O_PATH 010000000
#define O_TMPFILE (020000000 | O_DIRECTORY)
#endif
#define F_GETLK 5
#define F_SETLK 6
#define F_SETLKW 7
#define F_RDLCK 0
#define F_WRLCK 1
#define F_UNLCK 2
#define F_DUPFD_CLOEXEC 1030
#define AT_FDCWD (-100)
struct flock { short l_type, l_whence; off_t l_start, l_len; pid_t l_pid; };
#endif
#define O_NDELAY O_NONBLOCK
#define F_DUPFD 0
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
#define FD_CLOEXEC 1
