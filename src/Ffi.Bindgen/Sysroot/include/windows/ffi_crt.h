#pragma once
typedef long long ssize_t;
#define _SSIZE_T_DEFINED
typedef int errno_t;
