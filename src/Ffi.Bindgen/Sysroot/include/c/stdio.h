#pragma once
#include <stddef.h>
#include <stdarg.h>
#if defined(_WIN32)
#include <ffi_crt.h>
#else
#include <sys/types.h>
#endif
#if defined(_WIN32)
typedef struct _iobuf FILE;
typedef long long fpos_t;
#define BUFSIZ 512
#define FILENAME_MAX 260
#define FOPEN_MAX 20
#define TMP_MAX 32767
#define L_tmpnam 14ull
#elif defined(__APPLE__)
typedef struct __sFILE FILE;
typedef off_t fpos_t;
#define BUFSIZ 1024
#define FILENAME_MAX 1024
#define FOPEN_MAX 20
#define TMP_MAX 308915776
#define L_tmpnam 1024
#else
typedef struct _IO_FILE FILE;
typedef struct { off_t ffi_position; int ffi_state[2]; } fpos_t;
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define FOPEN_MAX 16
#define TMP_MAX 238328
#define L_tmpnam 20
#endif
extern FILE *ffi_stdin, *ffi_stdout, *ffi_stderr;
#define stdin ffi_stdin
#define stdout ffi_stdout
#define stderr ffi_stderr
#define EOF (-1)
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#if defined(_WIN32)
#define _IOFBF 0
#define _IOLBF 64
#define _IONBF 4
#else
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#endif
