#include "benchmarktest.h"

#include <string.h>

/* A struct that C# has with a string, a bool, an array and a delegate in it. */
typedef struct person
{
    const char *name;
    int32_t likes_tea;
    uint8_t id[4];
    int32_t (*rate)(int32_t);
} person;

/* A struct that C# has as an object of the same bytes. */
typedef struct extent
{
    int64_t start;
    int32_t reserved;
    int32_t length;
} extent;

EXPORT int64_t person_weigh(const person *p)
{
    if (p == NULL)
    {
        return -1;
    }

    return (int64_t)(p->name == NULL ? 9 : strlen(p->name)) * 10000 + p->likes_tea * 1000 + p->id[0] + p->id[1] * 2 + p->id[2] * 4 + p->id[3] * 8;
}

EXPORT void person_age(person *p)
{
    p->likes_tea = !p->likes_tea;
    p->id[0] += 1;
    p->id[3] += 2;
}

EXPORT void person_make(person *p)
{
    static const uint8_t id[4] = { 1, 2, 4, 8 };
    p->name = NULL;
    p->likes_tea = 2;
    memcpy(p->id, id, sizeof id);
    p->rate = NULL;
}

EXPORT int32_t person_rate(const person *p, int32_t n)
{
    return p->rate(n);
}

EXPORT int32_t extent_grow(extent *e)
{
    if (e == NULL)
    {
        return -1;
    }

    e->length += e->reserved;
    e->reserved = 0;
    return e->length;
}
