/* A bounded queue of fixed-size records between any number of threads, C and C#: the C half of Ffi.NativeChannel<T>.
 *
 *   struct ffi_channel          256 bytes, see below
 *   marks[capacity]             one byte for each slot: the lap of the ring for which its record is published
 *   records[capacity]           from records_offset on, which is a multiple of 64
 *
 * Positions count up from 0 and never come back; the slot of a position is position % capacity, its lap position / capacity.
 * A writer claims positions by moving the tail, fills their slots, then publishes them: the mark becomes 1 in even laps, 0 in odd ones.
 * A reader copies what is published at the head, then moves the head; if another reader was faster, it forgets the copy.
 *
 *   if (!ffi_channel_attach(channel, sizeof(struct sample))) return;   // wrong record type
 *   ffi_channel_write(channel, samples, count, FFI_FOREVER);          // or claim, fill in place, publish
 *   ffi_channel_detach(channel);                                      // its owner may free the channel from here on
 */
#ifndef FFI_CHANNEL_H
#define FFI_CHANNEL_H

#include <stddef.h>
#include <string.h>

#include "ffi_signal.h"

#define FFI_CHANNEL_MAGIC 0x43494646u /* "FFIC" */
#define FFI_CHANNEL_LAYOUT 1u
#define FFI_CHANNEL_CLOSED_BIT (UINT64_C(1) << 63)

struct ffi_channel {
    uint32_t magic;
    uint32_t layout;
    uint32_t capacity; /* A power of 2. */
    uint32_t record_bytes;
    uint32_t records_offset;
    _Atomic uint32_t native_users;
    int64_t readable_offset; /* From this struct to the ffi_signal that readers wait on. */
    _Alignas(64) _Atomic uint64_t tail; /* The next position to claim; bit 63: closed. */
    _Alignas(64) _Atomic uint64_t head; /* The next position to read. */
    _Alignas(64) struct ffi_signal own_readable;
    struct ffi_signal writable;
};

_Static_assert(sizeof(struct ffi_channel) == 256, "Ffi.ChannelHeader has this size.");
_Static_assert(offsetof(struct ffi_channel, own_readable) == 192, "Ffi.ChannelHeader has it there.");

static inline bool ffi_channel_attach(struct ffi_channel *channel, size_t record_bytes) {
    if (channel->magic != FFI_CHANNEL_MAGIC || channel->layout != FFI_CHANNEL_LAYOUT || channel->record_bytes != record_bytes) {
        return false;
    }

    atomic_fetch_add(&channel->native_users, 1);
    return true;
}

static inline void ffi_channel_detach(struct ffi_channel *channel) {
    atomic_fetch_sub(&channel->native_users, 1);
}

static inline bool ffi_channel_is_closed(struct ffi_channel *channel) {
    return (atomic_load(&channel->tail) & FFI_CHANNEL_CLOSED_BIT) != 0;
}

static inline struct ffi_signal *ffi_channel_readable(struct ffi_channel *channel) {
    return (struct ffi_signal *)((char *)channel + channel->readable_offset);
}

/* The slot of a position: where its record is written and read. */
static inline void *ffi_channel_record(struct ffi_channel *channel, uint64_t position) {
    return (char *)channel + channel->records_offset + (size_t)(position & (channel->capacity - 1)) * channel->record_bytes;
}

static inline _Atomic uint8_t *ffi_channel_mark(struct ffi_channel *channel, uint64_t position) {
    return (_Atomic uint8_t *)(channel + 1) + (position & (channel->capacity - 1));
}

/* Claims up to so many positions with adjacent slots. Every claimed position must be published.
 * Returns how many; 0 if the channel is full or closed. */
static inline uint32_t ffi_channel_claim(struct ffi_channel *channel, uint32_t wanted, uint64_t *position) {
    uint32_t capacity = channel->capacity;
    uint64_t tail = atomic_load_explicit(&channel->tail, memory_order_acquire);
    for (;;) {
        *position = tail;
        int64_t used = (int64_t)(tail - atomic_load_explicit(&channel->head, memory_order_acquire));
        if ((tail & FFI_CHANNEL_CLOSED_BIT) || used >= (int64_t)capacity) {
            return 0;
        }

        if (used < 0) { /* The tail that was read is older than the head. */
            tail = atomic_load_explicit(&channel->tail, memory_order_acquire);
            continue;
        }

        uint32_t room = capacity - (uint32_t)used;
        uint32_t side_by_side = capacity - (uint32_t)(tail & (capacity - 1));
        uint32_t count = wanted < room ? wanted : room;
        count = count < side_by_side ? count : side_by_side;
        if (atomic_compare_exchange_weak(&channel->tail, &tail, tail + count)) {
            return count;
        }
    }
}

/* The value of a mark in this lap after its record is published, in each byte. */
static inline uint64_t ffi_channel_marks_of(struct ffi_channel *channel, uint64_t position) {
    return (position & channel->capacity) == 0 ? UINT64_C(0x0101010101010101) : 0;
}

/* Publishes claimed positions to readers. */
static inline void ffi_channel_publish(struct ffi_channel *channel, uint64_t position, uint32_t count) {
    uint64_t eight = ffi_channel_marks_of(channel, position);
    _Atomic uint8_t *mark = ffi_channel_mark(channel, position);
    _Atomic uint8_t *end = mark + count;
    atomic_thread_fence(memory_order_release);
    while (mark < end) {
        if (((uintptr_t)mark & 7) == 0 && end - mark >= 8) {
            atomic_store_explicit((_Atomic uint64_t *)mark, eight, memory_order_relaxed);
            mark += 8;
        } else {
            atomic_store_explicit(mark++, (uint8_t)eight, memory_order_relaxed);
        }
    }

    ffi_signal_notify(ffi_channel_readable(channel));
}

/* How many adjacent records, from a position on, are published. */
static inline uint32_t ffi_channel_published(struct ffi_channel *channel, uint64_t position, uint32_t wanted) {
    uint32_t side_by_side = channel->capacity - (uint32_t)(position & (channel->capacity - 1));
    uint64_t eight = ffi_channel_marks_of(channel, position);
    _Atomic uint8_t *first = ffi_channel_mark(channel, position);
    _Atomic uint8_t *end = first + (wanted < side_by_side ? wanted : side_by_side);
    _Atomic uint8_t *mark = first;
    while (mark < end) {
        if (((uintptr_t)mark & 7) == 0 && end - mark >= 8
            && atomic_load_explicit((_Atomic uint64_t *)mark, memory_order_relaxed) == eight) {
            mark += 8;
        } else if (atomic_load_explicit(mark, memory_order_relaxed) == (uint8_t)eight) {
            mark++;
        } else {
            break;
        }
    }

    atomic_thread_fence(memory_order_acquire);
    return (uint32_t)(mark - first);
}

/* Writes as many records as there is room for now. Returns how many. */
static inline uint32_t ffi_channel_try_write(struct ffi_channel *channel, const void *records, uint32_t count) {
    uint32_t written = 0;
    uint64_t position;
    for (uint32_t claimed; written < count && (claimed = ffi_channel_claim(channel, count - written, &position)) != 0; written += claimed) {
        memcpy(ffi_channel_record(channel, position), (const char *)records + (size_t)written * channel->record_bytes,
               (size_t)claimed * channel->record_bytes);
        ffi_channel_publish(channel, position, claimed);
    }

    return written;
}

/* Waits until there is room for a record, the channel is closed, or the time is over. */
static inline void ffi_channel_wait_to_write(struct ffi_channel *channel, int64_t nanoseconds) {
    uint32_t ticket = ffi_signal_listen(&channel->writable);
    uint64_t tail = atomic_load(&channel->tail);
    if (!(tail & FFI_CHANNEL_CLOSED_BIT) && (int64_t)(tail - atomic_load(&channel->head)) >= (int64_t)channel->capacity) {
        ffi_signal_wait(&channel->writable, ticket, nanoseconds);
    }
}

/* Writes all records. Waits for room, each time at most so long. Returns how many; fewer if the channel was closed or stayed full. */
static inline uint32_t ffi_channel_write(struct ffi_channel *channel, const void *records, uint32_t count, int64_t nanoseconds) {
    uint32_t written = ffi_channel_try_write(channel, records, count);
    while (written < count && !ffi_channel_is_closed(channel)) {
        ffi_channel_wait_to_write(channel, nanoseconds);
        uint32_t more = ffi_channel_try_write(channel, (const char *)records + (size_t)written * channel->record_bytes, count - written);
        if (more == 0 && nanoseconds >= 0) {
            break;
        }

        written += more;
    }

    return written;
}

/* Reads as many records as there are and the buffer holds. Returns how many. */
static inline uint32_t ffi_channel_try_read(struct ffi_channel *channel, void *records, uint32_t wanted) {
    uint64_t head = atomic_load(&channel->head);
    for (;;) {
        uint32_t count = ffi_channel_published(channel, head, wanted);
        memcpy(records, ffi_channel_record(channel, head), (size_t)count * channel->record_bytes);
        uint64_t seen = head;
        if (count == 0 ? (head = atomic_load(&channel->head)) == seen
                       : atomic_compare_exchange_strong(&channel->head, &head, head + count)) {
            if (count != 0) {
                ffi_signal_notify(&channel->writable);
            }

            return count;
        }
    }
}

/* Waits until there is a record to read. False once the channel is closed and everything was read. */
static inline bool ffi_channel_wait_to_read(struct ffi_channel *channel) {
    struct ffi_signal *readable = ffi_channel_readable(channel);
    for (;;) {
        uint32_t ticket = ffi_signal_listen(readable);
        uint64_t head = atomic_load(&channel->head);
        if (ffi_channel_published(channel, head, 1) != 0) {
            return true;
        }

        if (atomic_load(&channel->tail) == (head | FFI_CHANNEL_CLOSED_BIT)) {
            return false;
        }

        ffi_signal_wait(readable, ticket, FFI_FOREVER);
    }
}

/* Ends writing. Positions that were claimed before can still be published and read. */
static inline void ffi_channel_close(struct ffi_channel *channel) {
    atomic_fetch_or(&channel->tail, FFI_CHANNEL_CLOSED_BIT);
    ffi_signal_notify(ffi_channel_readable(channel));
    ffi_signal_notify(&channel->writable);
}

#endif
