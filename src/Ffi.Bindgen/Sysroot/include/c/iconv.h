#pragma once
#include <stddef.h>
typedef void *iconv_t;
