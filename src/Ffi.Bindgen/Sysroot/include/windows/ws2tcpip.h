#pragma once
#include <winsock2.h>
#include <ws2ipdef.h>
typedef int socklen_t;
typedef struct addrinfo {
    int ai_flags, ai_family, ai_socktype, ai_protocol;
    size_t ai_addrlen;
    char *ai_canonname;
    struct sockaddr *ai_addr;
    struct addrinfo *ai_next;
} ADDRINFOA, *PADDRINFOA;
typedef struct addrinfoW {
    int ai_flags, ai_family, ai_socktype, ai_protocol;
    size_t ai_addrlen;
    WCHAR *ai_canonname;
    struct sockaddr *ai_addr;
    struct addrinfoW *ai_next;
} ADDRINFOW, *PADDRINFOW;
#define AI_PASSIVE 0x1
#define AI_CANONNAME 0x2
#define AI_NUMERICHOST 0x4
#define AI_NUMERICSERV 0x8
#define AI_ALL 0x100
#define AI_ADDRCONFIG 0x400
#define AI_V4MAPPED 0x800
#define NI_NOFQDN 1
#define NI_NUMERICHOST 2
#define NI_NAMEREQD 4
#define NI_NUMERICSERV 8
#define NI_DGRAM 16
#define NI_MAXHOST 1025
#define NI_MAXSERV 32
#define EAI_AGAIN 11002
#define EAI_BADFLAGS 10022
#define EAI_FAIL 11003
#define EAI_FAMILY 10047
#define EAI_MEMORY 8L
#define EAI_NODATA 11004
#define EAI_NONAME 11001
#define EAI_SERVICE 10109
#define EAI_SOCKTYPE 10044
