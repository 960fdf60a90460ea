// A library that tells what becomes of it. ANSWER tells two builds of it apart.

#include <stdatomic.h>
#include <stddef.h>

#ifndef ANSWER
#define ANSWER 1
#endif

static atomic_int *unloads;

// Where to count, in memory that outlives this library, that its code is gone.
void unloadable_report_to(atomic_int *counter)
{
    unloads = counter;
}

__attribute__((destructor)) static void report(void)
{
    if (unloads != NULL)
    {
        atomic_fetch_add(unloads, 1);
    }
}

int unloadable_answer(void)
{
    return ANSWER;
}

// Says that it is in, stays in until it is let go, and then still runs code of this library.
int unloadable_wait(atomic_int *entered, atomic_int *released)
{
    atomic_fetch_add(entered, 1);
    while (atomic_load(released) == 0)
    {
    }

    return unloadable_answer() + 10;
}
