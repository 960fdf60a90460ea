/* The other side of a futex: a thread, or a process, that answers each odd value of the word with the next even one. */
#include "../include/ffi_futex.h"
#include "thread.h"

struct responder {
    _Atomic uint32_t word;
    uint32_t rounds;
    uint32_t scope;
};

static void *respond(void *argument) {
    struct responder *responder = argument;
    for (uint32_t round = 0; round < responder->rounds; round++) {
        uint32_t seen;
        while ((seen = atomic_load(&responder->word)) == 2 * round) {
            ffi_futex_wait(&responder->word, seen, FFI_FOREVER, responder->scope);
        }

        atomic_store(&responder->word, 2 * round + 2);
        ffi_futex_wake(&responder->word, false, responder->scope);
    }

    return NULL;
}

EXPORT intptr_t futex_respond_on_thread(struct responder *responder) {
    return thread_start(respond, responder);
}

#if !defined(_WIN32)
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>

/* Memory that a child process shares. */
EXPORT void *process_map(uintptr_t bytes) {
    void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

EXPORT void process_unmap(void *memory, uintptr_t bytes) {
    munmap(memory, bytes);
}

/* The child never returns to managed code. */
EXPORT int process_respond(struct responder *responder) {
    int process = fork();
    if (process == 0) {
        respond(responder);
        _exit(0);
    }

    return process;
}

EXPORT void process_kill(int process) {
    kill(process, SIGKILL);
}

EXPORT int process_wait(int process) {
    int status = -1;
    waitpid(process, &status, 0);
    return status;
}
#endif
