/* A thread that writes a pattern to memory, over and over, and checks that it stays: whoever moves or frees the memory is found out. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

struct torture {
    uint8_t *memory;
    uint32_t bytes;
    uint32_t seed;
    _Atomic uint32_t stop;
    _Atomic uint32_t passes;
    _Atomic uint64_t wrong; /* Bytes that were not what was written. */
};

static uint8_t pattern(const struct torture *torture, uint32_t pass, uint32_t index) {
    return (uint8_t)((torture->seed * 31 + pass) * 167 + index * 13);
}

static void *run(void *argument) {
    struct torture *torture = argument;
    volatile uint8_t *memory = torture->memory;
    for (uint32_t pass = 1; !atomic_load(&torture->stop); pass++) {
        for (uint32_t i = 0; i < torture->bytes; i++) {
            memory[i] = pattern(torture, pass, i);
        }

        for (uint32_t i = 0; i < torture->bytes; i++) {
            if (memory[i] != pattern(torture, pass, i)) {
                atomic_fetch_add(&torture->wrong, 1);
            }
        }

        atomic_store(&torture->passes, pass);
    }

    return NULL;
}

EXPORT intptr_t torture_start(struct torture *torture) {
    pthread_t thread;
    return pthread_create(&thread, NULL, run, torture) == 0 ? (intptr_t)thread : 0;
}

/* Stops the thread and compares what the program sees with the last pass. Returns how many bytes are off, there or while it ran. */
EXPORT uint64_t torture_stop(struct torture *torture, intptr_t thread, const uint8_t *seen) {
    atomic_store(&torture->stop, 1);
    pthread_join((pthread_t)thread, NULL);
    uint64_t wrong = atomic_load(&torture->wrong);
    for (uint32_t i = 0; i < torture->bytes; i++) {
        wrong += seen[i] != pattern(torture, atomic_load(&torture->passes), i);
    }

    return wrong;
}
