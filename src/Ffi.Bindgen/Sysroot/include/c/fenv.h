#pragma once
typedef struct { unsigned int ffi_words[8]; } fenv_t;
typedef unsigned short fexcept_t;
