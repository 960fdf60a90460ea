#pragma once
#include <wchar.h>
#ifdef _UNICODE
typedef wchar_t TCHAR;
#define _T(text) L##text
#else
typedef char TCHAR;
#define _T(text) text
#endif
#define _TEXT(text) _T(text)
