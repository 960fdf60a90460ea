// Functions that call back: at once, often, nested, two at a time, later, and from threads of their own.
#include "benchmarktest.h"

#include <pthread.h>
#include <stdlib.h>

typedef int32_t (*combine)(int32_t, int32_t);

// Order shows in the result: each answer is doubled before the next is added.
EXPORT int32_t fold_int32(combine function, int32_t count) {
    int32_t result = 0;
    for (int32_t index = 0; index < count; index++) {
        result = 2 * result + function(index, 1);
    }
    return result;
}

// The same from C alone: the measure for what a callback costs.
EXPORT int64_t call_many(combine function, int32_t count) {
    int64_t sum = 0;
    for (int32_t index = 0; index < count; index++) {
        sum += function(index, 1);
    }
    return sum;
}

// A callback that is C's own.
EXPORT int32_t weigh_two(int32_t left, int32_t right) {
    return 2 * left + 3 * right;
}

EXPORT int32_t call_once(combine function, int32_t value) {
    return function(value, 1);
}

// A table of functions, as C has in the place of an interface.
typedef struct operations {
    combine even;
    combine odd;
} operations;

EXPORT int32_t fold_operations(const operations *table, int32_t count) {
    int32_t result = 0;
    for (int32_t index = 0; index < count; index++) {
        result = 2 * result + (index % 2 == 0 ? table->even : table->odd)(index, 1);
    }
    return result;
}

static int32_t subtract(int32_t left, int32_t right) { return left - right; }

static int32_t multiply(int32_t left, int32_t right) { return left * right; }

EXPORT void native_operations(operations *table) { *table = (operations){subtract, multiply}; }

// A null callback is a caller's way to say that it wants none.
EXPORT int32_t call_if_any(combine function, int32_t otherwise) {
    return function == NULL ? otherwise : function(1, 2);
}

// Asks `more` before each call of `step`; tells how often each was called, in the two halves of the result.
EXPORT int64_t call_in_turn(bool (*more)(int32_t), void (*step)(int32_t), int32_t limit) {
    int64_t asked = 0, stepped = 0;
    for (int32_t index = 0; index < limit; index++) {
        asked++;
        if (!more(index)) {
            break;
        }
        step(index);
        stepped++;
    }
    return asked << 32 | stepped;
}

typedef struct point {
    double x;
    double y;
} point;

typedef struct extent {
    int64_t low;
    int64_t high;
    double weight;
    double spare;
} extent;

typedef struct every_kind {
    bool flag;
    uint16_t letter;
    int8_t small;
    uint16_t word;
    int64_t wide;
    float single;
    double real;
    point place;
    extent large;
} every_kind;

typedef bool (*take_every_kind)(bool, uint16_t, int8_t, uint16_t, int64_t, float, double, point, extent);

EXPORT bool pass_every_kind(take_every_kind function, const every_kind *values) {
    return function(values->flag, values->letter, values->small, values->word, values->wide, values->single, values->real, values->place, values->large);
}

EXPORT double pass_reference(double (*function)(const point *, point *), point *value) {
    point copy = *value;
    return function(&copy, value);
}

EXPORT point pass_point(point (*function)(point), point value) {
    return function(value);
}

EXPORT uint16_t pass_char(uint16_t (*function)(uint16_t), uint16_t value) {
    return function(value);
}

// As curl hands over what it received: pointer, size of an item, number of items, the caller's own pointer.
EXPORT size_t pass_chunks(size_t (*write)(char *, size_t, size_t, void *), const char *text, size_t chunk, void *user) {
    size_t length = strlen(text), written = 0;
    char *copy = malloc(length + 1);
    memcpy(copy, text, length + 1);
    while (written < length) {
        size_t now = length - written < chunk ? length - written : chunk;
        if (write(copy + written, 1, now, user) != now) {
            break;
        }
        memset(copy + written, '#', now);
        written += now;
    }
    free(copy);
    return written;
}

// As callbacks see text: their own until they return, then overwritten.
EXPORT int32_t pass_texts(int32_t (*function)(const char *, const uint16_t *), const char *narrow, const uint16_t *wide) {
    return function(narrow, wide);
}

// What a callback answered, told to another.
EXPORT void tell_answer(combine function, void (*tell)(int32_t)) {
    tell(function(1, 2));
}

// Tells a callback its own address.
EXPORT void pass_itself(void (*function)(void *)) {
    function((void *)function);
}

static combine kept;

EXPORT void keep(combine function) {
    kept = function;
}

EXPORT int32_t call_kept(int32_t left, int32_t right) {
    return kept(left, right);
}

typedef struct work {
    combine function;
    int32_t count;
    int64_t sum;
} work;

static void *call_from_thread(void *argument) {
    work *mine = argument;
    mine->sum = call_many(mine->function, mine->count);
    return NULL;
}

// Each thread calls `count` times; the result is the sum of all answers.
EXPORT int64_t call_from_threads(combine function, int32_t threads, int32_t count) {
    pthread_t *ids = malloc(sizeof *ids * (size_t)threads);
    work *works = malloc(sizeof *works * (size_t)threads);
    int64_t sum = 0;
    for (int32_t index = 0; index < threads; index++) {
        works[index] = (work){ function, count, 0 };
        pthread_create(&ids[index], NULL, call_from_thread, &works[index]);
    }
    for (int32_t index = 0; index < threads; index++) {
        pthread_join(ids[index], NULL);
        sum += works[index].sum;
    }
    free(works);
    free(ids);
    return sum;
}

static void *call_until_exit(void *argument) {
    combine function = (combine)argument;
    for (int32_t index = 0;; index++) {
        function(index, 1);
    }
    return NULL;
}

// Threads that never stop calling back: the process ends around them.
EXPORT void call_forever(combine function, int32_t threads) {
    for (int32_t index = 0; index < threads; index++) {
        pthread_t id;
        pthread_create(&id, NULL, call_until_exit, (void *)function);
        pthread_detach(id);
    }
}
