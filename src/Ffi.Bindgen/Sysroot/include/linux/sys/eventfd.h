#pragma once
#include <stdint.h>
typedef uint64_t eventfd_t;
