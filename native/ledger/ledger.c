/* A library for tests of a generated binding: what its header says differs between Windows and other systems. */
#include "ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST 16

struct ledger
{
    char owner[32];
    struct ledger_entry entries[MOST];
    size_t count;
    ledger_on_sum watcher;
    void *user;
};

static int open_count;

ledger *ledger_new(const char *owner)
{
    ledger *book = calloc(1, sizeof *book);
    snprintf(book->owner, sizeof book->owner, "%s", owner);
    open_count++;
    return book;
}

void ledger_free(ledger *book)
{
    open_count--;
    free(book);
}

int ledger_open_count(void)
{
    return open_count;
}

size_t ledger_entry_size(void)
{
    return sizeof(struct ledger_entry);
}

int ledger_append(ledger *book, const struct ledger_entry *entry, size_t *index)
{
    if (book->count == MOST || entry->amount > LEDGER_LIMIT)
        return -1;

    *index = book->count;
    book->entries[book->count++] = *entry;
    if (book->watcher)
        book->watcher(ledger_sum(book), book->user);

    return 0;
}

struct ledger_entry ledger_at(const ledger *book, size_t index)
{
    return book->entries[index];
}

long ledger_sum(const ledger *book)
{
    long sum = 0;
    for (size_t index = 0; index < book->count; index++)
        sum += book->entries[index].amount;

    return sum;
}

int ledger_foreach(const ledger *book, ledger_visitor visitor, void *user)
{
    for (size_t index = 0; index < book->count; index++)
    {
        int result = visitor(&book->entries[index], index, user);
        if (result)
            return result;
    }

    return 0;
}

void ledger_add_watch(ledger *book, ledger_on_sum on, void *user)
{
    book->watcher = on;
    book->user = user;
}

void ledger_remove_watch(ledger *book)
{
    book->watcher = NULL;
}

char *ledger_describe(const ledger *book)
{
    char *text = malloc(64);
    snprintf(text, 64, "%s: %ld " LEDGER_CURRENCY, book->owner, ledger_sum(book));
    return text;
}

void ledger_text_free(void *text)
{
    free(text);
}

size_t ledger_wide_length(const wchar_t *text)
{
    size_t length = 0;
    while (text[length])
        length++;

    return length;
}

unsigned long ledger_checksum(const void *data, size_t size)
{
    unsigned long sum = 0;
    for (size_t index = 0; index < size; index++)
        sum += (unsigned long)(index + 1) * ((const unsigned char *)data)[index];

    return sum;
}

double ledger_mean(const double *values, size_t count)
{
    double sum = 0;
    for (size_t index = 0; index < count; index++)
        sum += values[index];

    return sum / (double)count;
}
