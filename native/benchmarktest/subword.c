// Integers narrower than a register: what stands above their bits, going in and coming out.
#include "benchmarktest.h"

// C# declares these with the narrow type that its tests name, and C with the whole register. So C sees what the caller left above
// the narrow bits, which no C compiler would show of a narrow parameter. The ABI asks for 32 bits; above those anything may stand.
EXPORT uint32_t low32_of_first(uint64_t value) { return (uint32_t)value; }

// The ninth integer stands on the stack in every convention.
EXPORT uint32_t low32_of_ninth(
    int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, int64_t a6, int64_t a7, int64_t a8, uint64_t value)
{
    (void)a1, (void)a2, (void)a3, (void)a4, (void)a5, (void)a6, (void)a7, (void)a8;
    return (uint32_t)value;
}

// A result with junk in every bit above its low `width` bits, as the ABI allows a narrow result to have.
EXPORT uint64_t dirty_result(uint64_t value, int32_t width)
{
    uint64_t mask = ((uint64_t)1 << width) - 1;
    return (value & mask) | (0xA5C3F09E5A3C0F69u & ~mask);
}

// The same types, declared as C declares them.
EXPORT int8_t negate_int8(int8_t value) { return (int8_t)-value; }
EXPORT uint8_t complement_uint8(uint8_t value) { return (uint8_t)~value; }
EXPORT int16_t negate_int16(int16_t value) { return (int16_t)-value; }
EXPORT uint16_t complement_uint16(uint16_t value) { return (uint16_t)~value; }
EXPORT int32_t negate_int32(int32_t value) { return -value; }
EXPORT uint32_t complement_uint32(uint32_t value) { return ~value; }
EXPORT int64_t negate_int64(int64_t value) { return -value; }
EXPORT uint64_t complement_uint64(uint64_t value) { return ~value; }
EXPORT float negate_float(float value) { return -value; }
EXPORT double negate_double(double value) { return -value; }
EXPORT bool not_bool(bool value) { return !value; }
EXPORT uint16_t next_char16(uint16_t unit) { return (uint16_t)(unit + 1); }
EXPORT long negate_long(long value) { return -value; }
EXPORT unsigned long complement_ulong(unsigned long value) { return ~value; }
EXPORT intptr_t negate_intptr(intptr_t value) { return -value; }

// Which of its bools are set, a bit each, the first lowest; two on the stack.
EXPORT uint32_t pack_bools(bool a1, bool a2, bool a3, bool a4, bool a5, bool a6, bool a7, bool a8, bool a9, bool a10)
{
    return (uint32_t)a1 | (uint32_t)a2 << 1 | (uint32_t)a3 << 2 | (uint32_t)a4 << 3 | (uint32_t)a5 << 4 | (uint32_t)a6 << 5
        | (uint32_t)a7 << 6 | (uint32_t)a8 << 7 | (uint32_t)a9 << 8 | (uint32_t)a10 << 9;
}

// A BOOL: true by bits that need not stand in its lowest byte.
EXPORT int32_t shift_bool32(int32_t condition, int32_t by) { return (int32_t)((uint32_t)condition << by); }
