// What glibc's libstdc++ and libgcc ask of glibc and musl doesn't have. Built as ld-linux-x86-64.so.2, which they name. For tests only.
#define _GNU_SOURCE
#include <link.h>
#include <locale.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

char __libc_single_threaded = 0;

// Of libgcc itself, under a version that musl's loader doesn't look at.
struct { unsigned vendor, type, subtype, features[1]; } __cpu_model;

int __cpu_indicator_init(void)
{
    return 0;
}

size_t __strftime_l(char *text, size_t size, const char *format, const struct tm *time, locale_t locale)
{
    return strftime_l(text, size, format, time, locale);
}

uint32_t arc4random(void)
{
    uint32_t value = 0;
    getentropy(&value, sizeof value);
    return value;
}

// glibc 2.35, <dlfcn.h>: where the unwinder finds the tables of the object that holds an address.
struct dl_find_object
{
    unsigned long long flags;
    void *map_start, *map_end;
    struct link_map *link_map;
    void *eh_frame;
    unsigned long long reserved[7];
};

struct search { uintptr_t address; struct dl_find_object *found; };

static int look_at(struct dl_phdr_info *object, size_t size, void *data)
{
    (void)size;
    struct search *search = data;
    struct dl_find_object found = {0};
    int holds = 0;
    for (int i = 0; i < object->dlpi_phnum; i++)
    {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        uintptr_t start = object->dlpi_addr + segment->p_vaddr;
        if (segment->p_type == PT_LOAD && search->address - start < segment->p_memsz)
        {
            holds = 1;
            found.map_start = (void *)start;
            found.map_end = (void *)(start + segment->p_memsz);
        }
        else if (segment->p_type == PT_GNU_EH_FRAME)
        {
            found.eh_frame = (void *)start;
        }
    }

    if (holds)
    {
        *search->found = found;
    }

    return holds;
}

int _dl_find_object(void *address, struct dl_find_object *result)
{
    struct search search = { (uintptr_t)address, result };
    return dl_iterate_phdr(look_at, &search) && result->eh_frame ? 0 : -1;
}

// Destructors of C++ thread_locals, which run at the thread's end, the last one first.
struct ending { void (*run)(void *); void *object; struct ending *next; };

static pthread_key_t endings;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void run_all(void *first)
{
    for (struct ending *at = first, *next; at; at = next)
    {
        next = at->next;
        at->run(at->object);
        free(at);
    }
}

static void create_key(void)
{
    pthread_key_create(&endings, run_all);
}

int __cxa_thread_atexit_impl(void (*run)(void *), void *object, void *library)
{
    (void)library;
    pthread_once(&once, create_key);
    struct ending *ending = malloc(sizeof *ending);
    *ending = (struct ending){ run, object, pthread_getspecific(endings) };
    return pthread_setspecific(endings, ending);
}
