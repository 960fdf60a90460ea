// Calls that leave an error number behind.
#include "benchmarktest.h"
#include <errno.h>
#ifdef _WIN32
#include <windows.h>
#endif

EXPORT int32_t fail_with(int32_t error)
{
#ifdef _WIN32
    SetLastError((DWORD)error);
#endif
    errno = error;
    return -error;
}

// Leaves the error number as it found it, and returns it.
EXPORT int32_t error_before(void)
{
#ifdef _WIN32
    return (int32_t)GetLastError();
#else
    return errno;
#endif
}

// Runs the callback between setting and returning, as a function that calls back and restores errno does.
EXPORT int32_t fail_around(int32_t error, void (*inner)(int32_t), int32_t argument)
{
    inner(argument);
    return fail_with(error);
}

// The same with a handle, which the callback may have closed meanwhile.
EXPORT int32_t fail_holding(void *handle, void (*inner)(void), int32_t error)
{
    (void)handle;
    inner();
    return fail_with(error);
}

// Writes a text to a buffer and fails.
EXPORT int32_t fail_with_length(const char *text, int32_t error)
{
    fail_with(error);
    return text ? (int32_t)strlen(text) : -1;
}
