// Structs whose layout is not what their fields alone would make it, and those of C# itself.
#include "benchmarktest.h"

#pragma pack(push, 1)
typedef struct { uint8_t a; int32_t b; uint8_t c; int64_t d; } packed;
typedef struct { uint8_t a; int16_t b; } packed_small;
#pragma pack(pop)
typedef struct { int32_t a; char room[12]; } roomy;
typedef struct { float x, y; } vector2;
typedef struct { float x, y, z; } vector3;
typedef struct { float x, y, z, w; } vector4;
typedef struct { double real, imaginary; } complex_double;
typedef struct { uint32_t a; uint16_t b, c; uint8_t d[8]; } guid;
typedef struct { int32_t key; int64_t value; } pair;

EXPORT int64_t packed_weigh(packed v) { return v.a + 2 * v.b + 4 * v.c + 8 * v.d; }
EXPORT int64_t packed_weigh_at(const packed *v) { return packed_weigh(*v); }
EXPORT packed packed_new(int32_t first) { return (packed){ (uint8_t)first, first + 1, (uint8_t)(first + 2), first + 3 }; }
EXPORT int32_t packed_small_weigh(packed_small v) { return v.a + 2 * v.b; }
EXPORT int32_t roomy_first_at(const roomy *v, int32_t index) { return v[index].a; }
EXPORT int32_t roomy_then(roomy v, int32_t next) { return v.a + 2 * next; }
EXPORT float vector2_weigh(vector2 v) { return v.x + 2 * v.y; }
EXPORT float vector3_weigh(vector3 v) { return v.x + 2 * v.y + 4 * v.z; }
EXPORT float vector4_weigh(vector4 v) { return v.x + 2 * v.y + 4 * v.z + 8 * v.w; }
EXPORT vector3 vector3_turn(vector3 v) { return (vector3){ v.z, v.x, v.y }; }
EXPORT vector4 vector4_turn(vector4 v) { return (vector4){ v.w, v.x, v.y, v.z }; }
EXPORT vector2 vector2_turn(vector2 v) { return (vector2){ v.y, v.x }; }
EXPORT complex_double complex_turn(complex_double v) { return (complex_double){ v.imaginary, v.real }; }
EXPORT guid guid_next(guid v) { v.a++; v.d[7]++; return v; }
EXPORT int64_t pair_weigh(pair v) { return v.key + 2 * v.value; }
EXPORT int32_t int32_twice(int32_t v) { return 2 * v; }
EXPORT int64_t int64_twice(int64_t v) { return 2 * v; }
EXPORT int32_t index_pair(const int32_t *v) { return v[0] + 2 * v[1]; }

// What a callback that throws gives: each kind of result.
static double last_double;
EXPORT double answer_double(double (*f)(int32_t), int32_t v) { return last_double = f(v); }
EXPORT double answer_last_double(void) { return last_double; }
EXPORT float answer_float(float (*f)(int32_t), int32_t v) { return f(v); }
EXPORT uint8_t answer_byte(uint8_t (*f)(int32_t), int32_t v) { return f(v); }
EXPORT int64_t answer_int64(int64_t (*f)(int32_t), int32_t v) { return f(v); }
EXPORT uint64_t answer_uint64(uint64_t (*f)(int32_t), int32_t v) { return f(v); }
EXPORT void *answer_pointer(void *(*f)(int32_t), int32_t v) { return f(v); }
EXPORT uint16_t answer_char(uint16_t (*f)(int32_t), int32_t v) { return f(v); }
EXPORT int32_t answer_int32(int32_t (*f)(int32_t), int32_t v) { return f(v); }
EXPORT long answer_long(long (*f)(int32_t), int32_t v) { return f(v); }
