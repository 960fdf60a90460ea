// Functions that end in dots.
#include <stdarg.h>
#include "../benchmarktest/benchmarktest.h"

static double add(const char *kinds, va_list arguments)
{
    double sum = 0;
    for (int weight = 1; *kinds; kinds++, weight++)
    {
        double value = *kinds == 'd' ? va_arg(arguments, double)
            : *kinds == 'l' ? (double)va_arg(arguments, int64_t)
            : va_arg(arguments, int32_t);
        sum += weight * value;
    }

    return sum;
}

// Adds its arguments, each times its position. A kind a letter: i is int32_t, l is int64_t, d is double.
EXPORT double weigh_variadic(const char *kinds, ...)
{
    va_list arguments;
    va_start(arguments, kinds);
    double sum = add(kinds, arguments);
    va_end(arguments);
    return sum;
}

// The same at an address whose low byte is 0. A caller that doesn't set AL has the low byte of the address there by chance, and so
// tells this function, alone among its like, that no vector register holds an argument.
EXPORT __attribute__((aligned(256))) double weigh_variadic_at_256(const char *kinds, ...)
{
    va_list arguments;
    va_start(arguments, kinds);
    double sum = add(kinds, arguments);
    va_end(arguments);
    return sum;
}
