#pragma once
#include <stddef.h>
#include <ffi_wint_t.h>
#include <ffi_locale_t.h>
