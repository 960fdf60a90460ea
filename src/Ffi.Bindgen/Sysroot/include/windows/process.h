#pragma once
#include <stddef.h>
#include <stdint.h>
#define _P_WAIT 0
#define _P_NOWAIT 1
