#pragma once
#include <sys/types.h>
#include <ffi_timeval.h>
#include <sys/select.h>
struct timezone { int tz_minuteswest, tz_dsttime; };
struct itimerval { struct timeval it_interval, it_value; };
