/* A simulated device with direct memory access: it is told addresses, moves the bytes on its own time, and signals when it is done.
 *
 * Two ways in, as real devices have them: registers, one transfer at a time, and a queue of transfers that each have a completion. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "../include/ffi_completion.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

enum { QUEUE = 64, CHUNK = 4096 };
enum dma_status { DMA_DONE = 0, DMA_CANCELLED = -125 };
enum dma_fault { DMA_SOUND, DMA_NEVER_SIGNALS, DMA_SIGNALS_TWICE, DMA_STALLS };

/* What the program writes; the device looks when `busy` becomes 1, and sets it to 0 when the transfer is done. */
struct dma_registers {
    void *target;
    const void *source;
    uint32_t bytes;
    _Atomic uint32_t busy;
};

struct transfer {
    void *target;
    const void *source;
    uint32_t bytes;
    struct ffi_completion *completion;
    uint32_t ticket;
};

struct dma_device {
    struct dma_registers registers;
    struct transfer queue[QUEUE];
    uint32_t first, count; /* Of the queue. */
    struct ffi_completion *_Atomic cancelled;
    _Atomic uint32_t fault;
    _Atomic uint32_t is_closing;
    struct ffi_signal work;
    pthread_mutex_t mutex;
    pthread_t thread;
};

static void pause_for(int64_t nanoseconds) {
    _Atomic uint32_t nobody = 0;
    ffi_futex_wait(&nobody, 0, nanoseconds, FFI_PRIVATE);
}

static bool is_cancelled(struct dma_device *device, const struct transfer *transfer) {
    return transfer->completion != NULL && atomic_load(&device->cancelled) == transfer->completion;
}

/* Piece by piece, so that there is a while in which the program's memory is in use. */
static enum dma_status move(struct dma_device *device, const struct transfer *transfer) {
    for (uint32_t moved = 0; moved < transfer->bytes; moved += CHUNK) {
        uint32_t left = transfer->bytes - moved;
        memcpy((char *)transfer->target + moved, (const char *)transfer->source + moved, left < CHUNK ? left : CHUNK);
        while (atomic_load(&device->fault) == DMA_STALLS && !is_cancelled(device, transfer)) {
            pause_for(1000000);
        }

        if (is_cancelled(device, transfer)) {
            atomic_store(&device->cancelled, NULL);
            return DMA_CANCELLED;
        }
    }

    return DMA_DONE;
}

static bool take(struct dma_device *device, struct transfer *transfer) {
    pthread_mutex_lock(&device->mutex);
    bool taken = device->count != 0;
    if (taken) {
        *transfer = device->queue[device->first];
        device->first = (device->first + 1) % QUEUE;
        device->count--;
    }

    pthread_mutex_unlock(&device->mutex);
    return taken;
}

static void run_queue(struct dma_device *device) {
    struct transfer transfer;
    while (take(device, &transfer)) {
        enum dma_status status = move(device, &transfer);
        uint32_t fault = atomic_load(&device->fault);
        if (fault != DMA_NEVER_SIGNALS) {
            ffi_completion_complete(transfer.completion, transfer.ticket, status);
        }

        if (fault == DMA_SIGNALS_TWICE) {
            ffi_completion_complete(transfer.completion, transfer.ticket, status);
        }
    }
}

static void *run(void *argument) {
    struct dma_device *device = argument;
    for (;;) {
        uint32_t ticket = ffi_signal_listen(&device->work);
        if (atomic_load(&device->registers.busy)) {
            struct dma_registers *registers = &device->registers;
            struct transfer transfer = { registers->target, registers->source, registers->bytes, NULL, 0 };
            move(device, &transfer);
            atomic_store(&registers->busy, 0);
            ffi_futex_wake(&registers->busy, true, FFI_SHARED);
        }

        run_queue(device);
        if (atomic_load(&device->is_closing)) {
            return NULL;
        }

        ffi_signal_wait(&device->work, ticket, FFI_FOREVER);
    }
}

EXPORT struct dma_device *dma_open(void) {
    struct dma_device *device = calloc(1, sizeof *device);
    pthread_mutex_init(&device->mutex, NULL);
    pthread_create(&device->thread, NULL, run, device);
    return device;
}

/* Finishes what is queued first. Not for a device that stalls. */
EXPORT void dma_close(struct dma_device *device) {
    atomic_store(&device->is_closing, 1);
    ffi_signal_notify(&device->work);
    pthread_join(device->thread, NULL);
    pthread_mutex_destroy(&device->mutex);
    free(device);
}

EXPORT struct dma_registers *dma_registers(struct dma_device *device) {
    return &device->registers;
}

/* Where a device would see the write to its register. */
EXPORT void dma_kick(struct dma_device *device) {
    ffi_signal_notify(&device->work);
}

/* Moves the bytes, and returns when they are moved: the memory is borrowed for the call. */
EXPORT void dma_transfer(struct dma_device *device, void *target, const void *source, uint32_t bytes) {
    struct dma_registers *registers = &device->registers;
    registers->target = target;
    registers->source = source;
    registers->bytes = bytes;
    atomic_store(&registers->busy, 1);
    dma_kick(device);
    while (atomic_load(&registers->busy)) {
        ffi_futex_wait(&registers->busy, 1, FFI_FOREVER, FFI_SHARED);
    }
}

/* Starts to move the bytes: the memory is the device's until the completion tells. False where the queue is full. */
EXPORT int dma_start(struct dma_device *device, void *target, const void *source, uint32_t bytes, struct ffi_completion *completion) {
    pthread_mutex_lock(&device->mutex);
    int queued = device->count < QUEUE;
    if (queued) {
        device->queue[(device->first + device->count) % QUEUE] =
            (struct transfer){ target, source, bytes, completion, ffi_completion_start(completion) };
        device->count++;
    }

    pthread_mutex_unlock(&device->mutex);
    dma_kick(device);
    return queued;
}

/* Asks the device to stop a transfer; it completes soon, as cancelled or as done. */
EXPORT void dma_cancel(struct dma_device *device, struct ffi_completion *completion) {
    atomic_store(&device->cancelled, completion);
}

EXPORT void dma_set_fault(struct dma_device *device, enum dma_fault fault) {
    atomic_store(&device->fault, fault);
}
