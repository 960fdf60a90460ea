#pragma once
#if defined(_WIN32)
typedef struct __crt_locale_pointers *_locale_t;
#elif defined(__APPLE__)
typedef struct _xlocale *locale_t;
#else
typedef struct __locale_struct *locale_t;
#endif
