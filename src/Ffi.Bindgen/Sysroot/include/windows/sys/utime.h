#pragma once
#include <ffi_time_t.h>
struct utimbuf { time_t actime, modtime; };
