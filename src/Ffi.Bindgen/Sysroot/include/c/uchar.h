#pragma once
#include <stddef.h>
#include <ffi_wint_t.h>
typedef __CHAR16_TYPE__ char16_t;
typedef __CHAR32_TYPE__ char32_t;
