// Functions that do what a careless declaration does not say: for the reports of checked mode.
#include <stdint.h>
#include <stddef.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

static volatile uint8_t *kept;

// Writes wherever it is told, before and behind the memory that it gets too.
EXPORT void fill(uint8_t *target, int32_t offset, int32_t count, uint8_t value) {
    volatile uint8_t *bytes = target + offset;
    for (int32_t i = 0; i < count; i++) {
        bytes[i] = value;
    }
}

EXPORT void store_long(int64_t *target, int64_t value) { memcpy(target, &value, sizeof value); }

EXPORT int32_t sum(const uint8_t *bytes, int32_t count) {
    int32_t sum = 0;
    for (int32_t i = 0; i < count; i++) {
        sum += bytes[i];
    }
    return sum;
}

// The text's length; its first byte is not the caller's any more.
EXPORT int32_t shout(char *text) {
    int32_t length = (int32_t)strlen(text);
    text[0] = (char)(text[0] - 32);
    return length;
}

EXPORT int32_t shout_wide(uint16_t *text) {
    int32_t length = 0;
    while (text[length] != 0) {
        length++;
    }
    text[0] = (uint16_t)(text[0] - 32);
    return length;
}

EXPORT void keep(uint8_t *target) { kept = target; }
EXPORT void write_kept(int32_t offset, uint8_t value) { kept[offset] = value; }
EXPORT int32_t read_kept_byte(int32_t offset) { return kept[offset]; }

EXPORT intptr_t address_of(const void *memory) { return (intptr_t)memory; }
EXPORT intptr_t distance(const uint8_t *first, const uint8_t *second) { return second - first; }

// The lengths of all texts, one after the other, in `lengths`.
EXPORT void measure(const char **texts, int32_t count, int32_t *lengths) {
    for (int32_t i = 0; i < count; i++) {
        lengths[i] = texts[i] == NULL ? -1 : (int32_t)strlen(texts[i]);
    }
}

EXPORT void swap_texts(const char **texts) {
    const char *first = texts[0];
    texts[0] = texts[1];
    texts[1] = first;
}

// Calls back before it returns, and leaves the numbers alone.
EXPORT void call_with(int32_t *numbers, void (*callback)(void)) {
    (void)numbers;
    callback();
}

// Where the byte is; NULL where it is not.
EXPORT const char *find(const char *text, int32_t byte) { return strchr(text, byte); }

EXPORT void find_end(const char *text, const char **end) { *end = text + strlen(text); }

EXPORT char *copy_text(char *target, const char *source) { return strcpy(target, source); }
