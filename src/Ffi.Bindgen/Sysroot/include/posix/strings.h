#pragma once
#include <stddef.h>
#include <ffi_locale_t.h>
