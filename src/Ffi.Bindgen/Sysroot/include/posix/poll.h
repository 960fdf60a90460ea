#pragma once
#if defined(__APPLE__)
typedef unsigned int nfds_t;
#define POLLRDNORM 0x040
#define POLLWRNORM POLLOUT
#define POLLRDBAND 0x080
#define POLLWRBAND 0x100
#else
typedef unsigned long nfds_t;
#define POLLRDNORM 0x040
#define POLLRDBAND 0x080
#define POLLWRNORM 0x100
#define POLLWRBAND 0x200
#ifdef _GNU_SOURCE
#define POLLMSG 0x400
#define POLLRDHUP 0x2000
#endif
#endif
struct pollfd { int fd; short events, revents; };
#define POLLIN 0x001
#define POLLPRI 0x002
#define POLLOUT 0x004
#define POLLERR 0x008
#define POLLHUP 0x010
#define POLLNVAL 0x020
