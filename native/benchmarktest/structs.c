// Structs of unlike fields by value: each eightbyte of them may go to a register of another kind.
#include "benchmarktest.h"

typedef struct { int32_t count; float ratio; } count_ratio;                    // Two fields of two kinds in one eightbyte.
typedef struct { int64_t id; double value; } id_value;                         // An integer register, then a floating-point one.
typedef struct { double value; int64_t id; } value_id;                         // The other way round.
typedef struct { float x, y; int32_t tag; } tagged_point;                      // 12 bytes; the second eightbyte is half empty.
typedef struct { int8_t kind; double value; } kind_value;                      // Seven bytes of padding in the middle.
typedef struct { int32_t start, length; } range;
typedef struct { range rows; double weight; } weighted_rows;                   // Nested, in two registers.
typedef struct { range rows, columns; int64_t id; } table_part;                // Nested, in memory.
typedef struct { int32_t count; int16_t items[3]; float scale; } series;       // An array inside.

// Every field one greater in its own position's measure: the first by 1, the second by 2, …
EXPORT count_ratio next_count_ratio(count_ratio s) { return (count_ratio){ s.count + 1, s.ratio + 2 }; }
EXPORT id_value next_id_value(id_value s) { return (id_value){ s.id + 1, s.value + 2 }; }
EXPORT value_id next_value_id(value_id s) { return (value_id){ s.value + 1, s.id + 2 }; }
EXPORT tagged_point next_tagged_point(tagged_point s) { return (tagged_point){ s.x + 1, s.y + 2, s.tag + 3 }; }
EXPORT kind_value next_kind_value(kind_value s) { return (kind_value){ (int8_t)(s.kind + 1), s.value + 2 }; }
EXPORT weighted_rows next_weighted_rows(weighted_rows s)
{
    return (weighted_rows){ { s.rows.start + 1, s.rows.length + 2 }, s.weight + 3 };
}
EXPORT table_part next_table_part(table_part s)
{
    return (table_part){ { s.rows.start + 1, s.rows.length + 2 }, { s.columns.start + 3, s.columns.length + 4 }, s.id + 5 };
}
EXPORT series next_series(series s)
{
    return (series){ s.count + 1, { (int16_t)(s.items[0] + 2), (int16_t)(s.items[1] + 3), (int16_t)(s.items[2] + 4) }, s.scale + 5 };
}

// Two structs whose eightbytes are of opposite kinds, between scalars of both kinds.
EXPORT double weigh_crossed(int32_t a1, id_value a2, float a3, value_id a4, int64_t a5)
{
    return a1 + 2 * (double)a2.id + 3 * a2.value + 4 * (double)a3 + 5 * a4.value + 6 * (double)a4.id + 7 * (double)a5;
}

// Small structs, one after another, past the last register of each kind.
EXPORT double weigh_many(count_ratio a1, tagged_point a2, kind_value a3, weighted_rows a4, series a5, id_value a6, range a7)
{
    return a1.count + 2 * (double)a1.ratio + 3 * (double)a2.x + 4 * (double)a2.y + 5 * a2.tag + 6 * a3.kind + 7 * a3.value
        + 8 * a4.rows.start + 9 * a4.rows.length + 10 * a4.weight + 11 * a5.count + 12 * a5.items[0] + 13 * a5.items[1]
        + 14 * a5.items[2] + 15 * (double)a5.scale + 16 * (double)a6.id + 17 * a6.value + 18 * a7.start + 19 * a7.length;
}
