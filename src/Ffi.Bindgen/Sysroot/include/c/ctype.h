#pragma once
#include <ffi_locale_t.h>
