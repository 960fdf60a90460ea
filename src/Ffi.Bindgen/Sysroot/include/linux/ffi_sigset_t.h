#pragma once
typedef struct { unsigned long ffi_bits[16]; } sigset_t;
