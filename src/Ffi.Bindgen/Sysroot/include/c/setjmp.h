#pragma once
#if defined(_WIN32) && defined(__x86_64__)
typedef __attribute__((aligned(16))) struct _SETJMP_FLOAT128 { unsigned long long Part[2]; } SETJMP_FLOAT128;
typedef SETJMP_FLOAT128 _JBTYPE;
typedef _JBTYPE jmp_buf[16];
#elif defined(_WIN32)
typedef unsigned long long _JBTYPE;
typedef _JBTYPE jmp_buf[24];
#elif defined(__APPLE__)
typedef int jmp_buf[48];
typedef int sigjmp_buf[49];
#elif defined(__x86_64__)
struct __jmp_buf_tag { long ffi_registers[8]; int ffi_saved; unsigned long ffi_mask[16]; };
typedef struct __jmp_buf_tag jmp_buf[1];
typedef struct __jmp_buf_tag sigjmp_buf[1];
#else
struct __jmp_buf_tag { unsigned long long ffi_registers[22]; int ffi_saved; unsigned long ffi_mask[16]; };
typedef struct __jmp_buf_tag jmp_buf[1];
typedef struct __jmp_buf_tag sigjmp_buf[1];
#endif
