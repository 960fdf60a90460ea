#pragma once
#include <sys/types.h>
#include <signal.h>
typedef enum { P_ALL, P_PID, P_PGID } idtype_t;
#define WNOHANG 1
#define WUNTRACED 2
