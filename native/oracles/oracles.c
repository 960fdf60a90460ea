// Native code as the liveness rules imagine it: it keeps pointers, calls back in the middle of a call, lends text that the next call
// overwrites, and hands out handles that are used again.
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

static intptr_t kept;

EXPORT void keep_address(intptr_t address) { kept = address; }
EXPORT intptr_t kept_address(void) { return kept; }

// Looks at nothing: what matters is what the callback does while the caller waits.
EXPORT int32_t call_during(int32_t (*callback)(intptr_t), intptr_t argument) { return callback(argument); }

// 1 once `released` is set; 0 when it wasn't in time. The wait ends by itself: what should release it may be waiting for us.
EXPORT int32_t wait_for(volatile int32_t *entered, volatile int32_t *released, int32_t seconds) {
    time_t end = time(NULL) + seconds;
    *entered = 1;
    while (!*released && time(NULL) <= end) {
    }
    return *released;
}

// One block out for each of these that has not come back.
static int32_t live;

EXPORT char *make_name(void) {
    live++;
    char *name = malloc(8);
    return name == NULL ? NULL : strcpy(name, "made");
}

EXPORT void free_name(char *name) {
    if (name != NULL) live--;
    free(name);
}

EXPORT int32_t live_names(void) { return live; }

static char row[16];

EXPORT void next_row(int32_t number) { memset(row, '0' + number % 10, sizeof row - 1); }
EXPORT const char *row_text(void) { return row; }

// Handles are indices, and a closed one is the next to be opened.
static int32_t values[8];
static int32_t used[8];

EXPORT int32_t open_slot(int32_t value) {
    for (int32_t i = 0; i < 8; i++) {
        if (!used[i]) {
            used[i] = 1;
            values[i] = value;
            return i;
        }
    }
    return -1;
}

EXPORT void close_slot(int32_t slot) { used[slot] = 0; }
EXPORT int32_t slot_value(int32_t slot) { return values[slot]; }

EXPORT int32_t fail_with(int32_t error) {
    errno = error;
    return -1;
}

EXPORT int32_t text_length(const char *text) { return (int32_t)strlen(text); }
