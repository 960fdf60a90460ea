/* Writers and readers of a channel, on threads and in a process of their own. */
#include "../include/ffi_channel.h"
#include "thread.h"

struct sample {
    uint64_t number;
    uint32_t writer;
    uint32_t check; /* Of the other two: a torn record doesn't pass. */
};

struct writer {
    struct ffi_channel *channel;
    uint32_t id;
    uint32_t count;
    uint32_t batch; /* How many to claim at once; 0: copy them in one by one. */
    uint32_t written;
};

static struct sample make_sample(uint32_t writer, uint64_t number) {
    return (struct sample){ number, writer, (uint32_t)(number * 2654435761u) ^ writer };
}

static void write_in_place(struct writer *writer) {
    while (writer->written < writer->count) {
        uint64_t position;
        uint32_t left = writer->count - writer->written;
        uint32_t claimed = ffi_channel_claim(writer->channel, left < writer->batch ? left : writer->batch, &position);
        if (claimed == 0) {
            if (ffi_channel_is_closed(writer->channel)) {
                return;
            }

            ffi_channel_wait_to_write(writer->channel, FFI_FOREVER);
            continue;
        }

        struct sample *samples = ffi_channel_record(writer->channel, position);
        for (uint32_t i = 0; i < claimed; i++) {
            samples[i] = make_sample(writer->id, writer->written + i);
        }

        ffi_channel_publish(writer->channel, position, claimed);
        writer->written += claimed;
    }
}

static void write_one_by_one(struct writer *writer) {
    for (; writer->written < writer->count; writer->written++) {
        struct sample sample = make_sample(writer->id, writer->written);
        if (ffi_channel_write(writer->channel, &sample, 1, FFI_FOREVER) == 0) {
            return;
        }
    }
}

static void *write_samples(void *argument) {
    struct writer *writer = argument;
    if (ffi_channel_attach(writer->channel, sizeof(struct sample))) {
        (writer->batch == 0 ? write_one_by_one : write_in_place)(writer);
        ffi_channel_detach(writer->channel);
    }

    return NULL;
}

EXPORT intptr_t channel_write(struct writer *writer) {
    return thread_start(write_samples, writer);
}

/* The same records by callback: what a channel is measured against. */
EXPORT void channel_call_back(uint32_t count, void (*receive)(const struct sample *)) {
    for (uint32_t number = 0; number < count; number++) {
        struct sample sample = make_sample(0, number);
        receive(&sample);
    }
}

/* Reads to the end, on the caller's thread. Returns the sum of the numbers, or 0 after a torn record. */
EXPORT uint64_t channel_drain(struct ffi_channel *channel) {
    struct sample samples[7];
    uint64_t sum = 0;
    while (ffi_channel_wait_to_read(channel)) {
        uint32_t count = ffi_channel_try_read(channel, samples, 7);
        for (uint32_t i = 0; i < count; i++) {
            if (samples[i].check != make_sample(samples[i].writer, samples[i].number).check) {
                return 0;
            }

            sum += samples[i].number;
        }
    }

    return sum;
}

/* Reads so many records where they lie, as the only reader, on the caller's thread, and sums their numbers: what any other reader is measured against. */
EXPORT uint64_t channel_read_in_place(struct ffi_channel *channel, uint32_t count, uint32_t most) {
    uint64_t sum = 0;
    while (count > 0) {
        ffi_channel_wait_to_read(channel);
        uint64_t head = atomic_load(&channel->head);
        uint32_t published = ffi_channel_published(channel, head, most);
        const struct sample *samples = ffi_channel_record(channel, head);
        for (uint32_t i = 0; i < published; i++) {
            sum += samples[i].number;
        }

        atomic_store(&channel->head, head + published);
        ffi_signal_notify(&channel->writable);
        count -= published;
    }

    return sum;
}

EXPORT int channel_attach(struct ffi_channel *channel, uint32_t record_bytes) {
    return ffi_channel_attach(channel, record_bytes);
}

EXPORT void channel_detach(struct ffi_channel *channel) {
    ffi_channel_detach(channel);
}

EXPORT void channel_close(struct ffi_channel *channel) {
    ffi_channel_close(channel);
}

/* Claims a record and never publishes it, as a thread does that dies in between. */
EXPORT void channel_claim_and_forget(struct ffi_channel *channel) {
    uint64_t position;
    ffi_channel_claim(channel, 1, &position);
}

#if !defined(_WIN32)
#include <unistd.h>

/* Writes the records in a process of their own; exits without detaching when it has written them. */
EXPORT int channel_write_in_process(struct writer *writer) {
    int process = fork();
    if (process == 0) {
        write_in_place(writer);
        _exit(0);
    }

    return process;
}
#endif
