// Structs that C# has with texts, truth values, arrays and handles in them. What arrived is told as text, so that nothing can hide.
#include "benchmarktest.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct badge
{
    bool on;
    uint16_t letter;
    const char *label;
} badge;

typedef struct profile
{
    const char *name;
    bool active;
    int32_t level;
    const uint16_t *title;
    int32_t visible;
    char code[8];
    int16_t scores[3];
    badge badge;
    int16_t variant;
} profile;

static int narrow(const uint16_t *text, char *target, int size)
{
    int length = 0;
    for (; text != NULL && text[length] != 0 && length < size - 1; length++)
        target[length] = text[length] < 128 ? (char)text[length] : '?';
    target[length] = 0;
    return length;
}

EXPORT int32_t profile_describe(const profile *p, char *target, int32_t size)
{
    char title[64];
    if (p == NULL)
        return snprintf(target, (size_t)size, "NULL");
    narrow(p->title, title, sizeof title);
    return snprintf(target, (size_t)size, "%s|%d|%d|%s|%d|%.8s|%d,%d,%d|%d,%d,%s|%d",
        p->name == NULL ? "NULL" : p->name, *(const uint8_t *)&p->active, p->level, p->title == NULL ? "NULL" : title, p->visible, p->code,
        p->scores[0], p->scores[1], p->scores[2], *(const uint8_t *)&p->badge.on, p->badge.letter, p->badge.label == NULL ? "NULL" : p->badge.label, p->variant);
}

EXPORT int32_t profile_describe_value(profile p, char *target, int32_t size) { return profile_describe(&p, target, size); }

EXPORT int32_t profile_length(const profile *p) { return (int32_t)strlen(p->name); }

EXPORT void profile_change(profile *p)
{
    static const uint16_t title[] = { 'D', 'r', 0x20AC, 0 };
    if (p == NULL)
        return;
    memset(&p->active, 2, 1);
    p->name = "renamed \xC3\xA4";
    p->level += 1;
    p->title = title;
    p->visible = p->visible ? 0 : 256;
    memcpy(p->code, "ABCDEFGH", 8);
    p->scores[0] = 11, p->scores[1] = 12, p->scores[2] = 14;
    p->badge.label = NULL;
    p->badge.letter = 0x20AC;
    memset(&p->badge.on, 0, 1);
    p->variant = p->variant ? 0 : -1;
}

EXPORT void profile_touch(profile *p) { p->level += 1; }

EXPORT void profile_make(profile *p)
{
    memset(p, 0, sizeof *p);
    profile_change(p);
}

EXPORT profile profile_return(void)
{
    profile p;
    profile_make(&p);
    return p;
}

EXPORT int32_t profiles_describe(const profile *p, int32_t count, char *target, int32_t size)
{
    int written = 0;
    if (p == NULL)
        return snprintf(target, (size_t)size, "NULL");
    target[0] = 0;
    for (int32_t i = 0; i < count; i++)
        written += snprintf(target + written, (size_t)(size - written), "%s%s,%d", i == 0 ? "" : ";", p[i].name == NULL ? "NULL" : p[i].name, p[i].level);
    return written;
}

EXPORT void profiles_change(profile *p, int32_t count)
{
    for (int32_t i = 0; i < count; i++)
    {
        p[i].level = (p[i].level + 1) * 2;
        p[i].name = i % 2 ? p[i].name : "even";
    }
}

// Packed, with a union, and longer than its fields.
#pragma pack(push, 1)
typedef struct packed
{
    uint8_t kind;
    const char *text;
    bool flag;
    int64_t number;
} packed;
#pragma pack(pop)

EXPORT int32_t packed_describe(const packed *p, char *target, int32_t size)
{
    return snprintf(target, (size_t)size, "%d|%s|%d|%lld|%d", p->kind, p->text, p->flag, (long long)p->number, (int)sizeof *p);
}

EXPORT int32_t packed_describe_value(packed p, char *target, int32_t size) { return packed_describe(&p, target, size); }

typedef struct event
{
    uint32_t type;
    union
    {
        int64_t number;
        const char *text;
        struct
        {
            bool pressed;
            uint16_t key;
        } key;
    } u;
    uint8_t rest[48];
} event;

EXPORT int32_t event_describe(const event *e, char *target, int32_t size)
{
    return e->type == 1 ? snprintf(target, (size_t)size, "number %lld", (long long)e->u.number)
        : e->type == 2 ? snprintf(target, (size_t)size, "key %d %d", e->u.key.pressed, e->u.key.key)
        : snprintf(target, (size_t)size, "text %s", e->u.text);
}

EXPORT int32_t event_poll(event *e, uint32_t type)
{
    memset(e, 0, sizeof *e);
    e->type = type;
    if (type == 1)
        e->u.number = -7;
    else if (type == 2)
    {
        memset(&e->u.key.pressed, 4, 1);
        e->u.key.key = 65;
    }
    return (int32_t)sizeof *e;
}

// As Windows has it: text inside of the struct, in UTF-16.
typedef struct find_data
{
    uint32_t attributes;
    uint32_t times[6];
    uint32_t size_high, size_low;
    uint32_t reserved[2];
    uint16_t name[260];
    uint16_t short_name[14];
} find_data;

EXPORT int32_t find_first(find_data *found)
{
    static const char name[] = "long file name.txt", short_name[] = "LONGFI~1.TXT";
    memset(found, 0x55, sizeof *found);
    found->attributes = 32;
    found->size_high = 1;
    found->size_low = 2;
    for (size_t i = 0; i < sizeof name; i++)
        found->name[i] = (uint8_t)name[i];
    for (size_t i = 0; i < sizeof short_name; i++)
        found->short_name[i] = (uint8_t)short_name[i];
    return (int32_t)sizeof *found;
}

EXPORT int32_t find_describe(const find_data *found, char *target, int32_t size)
{
    char name[260], short_name[14];
    narrow(found->name, name, sizeof name);
    narrow(found->short_name, short_name, sizeof short_name);
    return snprintf(target, (size_t)size, "%u|%s|%s", found->attributes, name, short_name);
}

// A list that the caller owns, and its count.
typedef struct list
{
    const char **texts;
    size_t text_count;
    int32_t *numbers;
    int32_t number_count;
    intptr_t handle;
} list;

EXPORT int32_t list_describe(const list *l, char *target, int32_t size)
{
    int written = snprintf(target, (size_t)size, "%d:", (int)l->handle);
    for (size_t i = 0; i < l->text_count; i++)
        written += snprintf(target + written, (size_t)(size - written), "%s ", l->texts[i] == NULL ? "NULL" : l->texts[i]);
    for (int32_t i = 0; i < l->number_count; i++)
        written += snprintf(target + written, (size_t)(size - written), "%d ", l->numbers[i]);
    return l->texts != NULL && l->texts[l->text_count] != NULL ? -1 : written;
}

EXPORT void list_fill(list *l)
{
    static int32_t numbers[] = { 1, 2, 4, 8 };
    l->numbers = numbers;
    l->number_count = 4;
    l->handle = l->handle == 0 ? 99 : l->handle;
}

// Functions that the caller brings in a struct, as libgit2 has its options.
typedef struct visitor
{
    const char *name;
    int32_t (*on_item)(int32_t item, const char *name);
    void (*on_end)(bool all);
} visitor;

EXPORT int64_t visitor_run(const visitor *v, int32_t count)
{
    int64_t sum = 0;
    for (int32_t i = 1; i <= count && v->on_item != NULL; i++)
        sum = sum * 10 + v->on_item(i, v->name);
    if (v->on_end != NULL)
        v->on_end(count > 2);
    return sum;
}

EXPORT int64_t visitor_run_value(visitor v, int32_t count) { return visitor_run(&v, count); }

EXPORT void visitor_rename(visitor *v) { v->name = "renamed"; }

// Text that the callee hands out in a struct, as libgit2 has its git_buf.
typedef struct message
{
    char *text;
    int32_t code;
    int32_t *parts;
    int32_t part_count;
} message;

static int32_t messages;

static char *message_text(const char *text)
{
    char *copy = malloc(strlen(text) + 1);
    strcpy(copy, text);
    messages++;
    return copy;
}

EXPORT void message_replace(message *m)
{
    m->code++;
    m->text = message_text(m->text == NULL ? "first" : "next");
    m->parts = (int32_t *)message_text("parts, in room for two");
    m->parts[0] = 1;
    m->parts[1] = 2;
    m->part_count = 2;
}

EXPORT void message_keep(message *m) { m->code++; }

EXPORT message message_return(void)
{
    message m = { 0 };
    message_replace(&m);
    return m;
}

EXPORT void message_free(void *text)
{
    messages--;
    free(text);
}

EXPORT int32_t message_count(void) { return messages; }

// Structs that callbacks get.
static profile profile_number(int32_t i)
{
    static const char *const names[] = { "eins", "zw\xC3\xB6lf", NULL };
    profile p;
    memset(&p, 0, sizeof p);
    p.name = names[i % 3];
    p.level = i;
    p.visible = i % 2 ? 4 : 0;
    return p;
}

EXPORT void profile_visit(void (*on_profile)(profile p, int32_t index), int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        on_profile(profile_number(i), i);
}

EXPORT int32_t profile_ask(int32_t (*on_profile)(const profile *p), int32_t i)
{
    profile p = profile_number(i);
    return on_profile(&p);
}

EXPORT int64_t profile_ask_all(int64_t (*on_profiles)(const profile *p, int32_t count), int32_t count)
{
    profile p[8];
    for (int32_t i = 0; i < count; i++)
        p[i] = profile_number(i);
    return on_profiles(p, count);
}

typedef struct state
{
    bool on;
    char code[8];
    int16_t variant;
} state;

EXPORT int32_t state_edit(void (*edit)(state *s), char *target, int32_t size)
{
    state s = { false, "before", -1 };
    memset(&s.on, 8, 1);
    edit(&s);
    return snprintf(target, (size_t)size, "%d|%s|%d", *(uint8_t *)&s.on, s.code, s.variant);
}

EXPORT int32_t state_get(state (*get)(int32_t i), int32_t i, char *target, int32_t size)
{
    state s = get(i);
    return snprintf(target, (size_t)size, "%d|%s|%d", *(uint8_t *)&s.on, s.code, s.variant);
}

// Texts that the struct points to, as many as it says.
typedef struct titles
{
    int8_t first;
    const char *utf8[3];
    const uint16_t *utf16[2];
    int8_t last;
} titles;

EXPORT int32_t titles_describe(const titles *t, char *target, int32_t size)
{
    char wide[2][64] = { "NULL", "NULL" };
    for (int i = 0; i < 2; i++)
        if (t->utf16[i] != NULL)
            narrow(t->utf16[i], wide[i], sizeof wide[i]);
    const char *names[3];
    for (int i = 0; i < 3; i++)
        names[i] = t->utf8[i] == NULL ? "NULL" : t->utf8[i];
    return snprintf(
        target, (size_t)size, "%d|%s,%s,%s|%s,%s|%d", t->first, names[0], names[1], names[2], wide[0], wide[1], t->last);
}

EXPORT int32_t titles_describe_value(titles t, char *target, int32_t size) { return titles_describe(&t, target, size); }

EXPORT void titles_turn(titles *t)
{
    static const uint16_t ae[] = { 0xC4, 0 };
    const char *first = t->utf8[0];
    t->utf8[0] = t->utf8[2];
    t->utf8[1] = "n\xC3\xB6w";
    t->utf8[2] = first;
    t->utf16[1] = ae;
}
