#pragma once
#include <stddef.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <ffi_wint_t.h>
#include <ffi_locale_t.h>
#include <stdint.h>
