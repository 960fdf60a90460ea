#pragma once
#include <stddef.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <ffi_wint_t.h>
#include <ffi_locale_t.h>
#define WCHAR_MAX __WCHAR_MAX__
