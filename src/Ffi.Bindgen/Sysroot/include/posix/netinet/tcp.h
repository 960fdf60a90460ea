#pragma once
#include <netinet/in.h>
#define TCP_NODELAY 1
#define TCP_MAXSEG 2
