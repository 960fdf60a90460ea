#pragma once
#if defined(_WIN32)
typedef long long time_t;
typedef long long __time64_t;
typedef long __time32_t;
typedef long clock_t;
#elif defined(__APPLE__)
typedef long time_t;
typedef unsigned long clock_t;
#else
typedef long time_t;
typedef long clock_t;
#endif
