#pragma once
#include <sys/types.h>
#include <time.h>
#include <ffi_stat.h>
#include <ffi_modes.h>
