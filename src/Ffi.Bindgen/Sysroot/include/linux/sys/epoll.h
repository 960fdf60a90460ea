#pragma once
#include <stdint.h>
typedef union epoll_data { void *ptr; int fd; uint32_t u32; uint64_t u64; } epoll_data_t;
#if defined(__x86_64__)
struct epoll_event { uint32_t events; epoll_data_t data; } __attribute__((packed));
#else
struct epoll_event { uint32_t events; epoll_data_t data; };
#endif
#define EPOLLIN 0x001u
#define EPOLLOUT 0x004u
#define EPOLLERR 0x008u
#define EPOLLHUP 0x010u
#define EPOLL_CTL_ADD 1
#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3
