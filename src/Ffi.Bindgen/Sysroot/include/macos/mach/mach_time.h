#pragma once
#include <mach/mach_types.h>
#include <stdint.h>
struct mach_timebase_info { uint32_t numer, denom; };
typedef struct mach_timebase_info *mach_timebase_info_t;
typedef struct mach_timebase_info mach_timebase_info_data_t;
