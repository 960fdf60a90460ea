// What the C library's allocator has given out, and a text that is too long for C#.
#define _GNU_SOURCE
#include "benchmarktest.h"

#ifdef __GLIBC__
#include <malloc.h>

EXPORT int64_t heap_bytes(void) { return (int64_t)mallinfo2().uordblks + (int64_t)mallinfo2().hblkhd; }
#else
EXPORT int64_t heap_bytes(void) { return -1; }
#endif

#ifdef __linux__
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

// One chunk of memory, mapped over and over, is a text of 1,174,405,120 bytes that takes up 16 MiB.
enum { CHUNK = 16 << 20, CHUNKS = 70, PAGE = 4096 };

static atomic_llong giants;

EXPORT char *text_giant(void)
{
    int file = memfd_create("giant", 0);
    char *text = mmap(NULL, (size_t)CHUNK * CHUNKS + PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (file < 0 || text == MAP_FAILED || ftruncate(file, CHUNK) != 0)
        return NULL;
    for (size_t chunk = 0; chunk < CHUNKS; chunk++)
        mmap(text + chunk * CHUNK, CHUNK, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0);
    memset(text, 'x', CHUNK);
    close(file);
    giants++;
    return text;
}

EXPORT void text_giant_free(char *text)
{
    giants--;
    munmap(text, (size_t)CHUNK * CHUNKS + PAGE);
}

EXPORT int64_t text_giants(void) { return giants; }
#else
EXPORT char *text_giant(void) { return NULL; }
EXPORT void text_giant_free(char *text) { (void)text; }
EXPORT int64_t text_giants(void) { return -1; }
#endif
