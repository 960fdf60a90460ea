#ifndef LEDGER_H
#define LEDGER_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define LEDGER_API __declspec(dllexport)
#else
#define LEDGER_API __attribute__((visibility("default")))
#endif

#define LEDGER_NAME_SIZE 12
#define LEDGER_LIMIT 100000L
#define LEDGER_CURRENCY "EUR"

/** What an entry is. */
enum ledger_kind { LEDGER_KIND_DEBIT = 1, LEDGER_KIND_CREDIT = 2, LEDGER_KIND_BOTH = 5 };

typedef struct ledger ledger;

/** An entry. A long has 4 bytes on Windows, and 8 elsewhere. */
struct ledger_entry
{
    unsigned settled : 1;
    unsigned kind : 3;
    unsigned batch : 28;
    int8_t place;
    long amount;
    char name[LEDGER_NAME_SIZE];
    union
    {
        int64_t number;
        double rate;
    };
    unsigned long flags;
};

/** Is called for each entry; what is not 0 ends it. */
typedef int (*ledger_visitor)(const struct ledger_entry *entry, size_t index, void *user);

/** Is called with each new sum. */
typedef void (*ledger_on_sum)(long sum, void *user);

/** Makes a ledger. */
LEDGER_API ledger *ledger_new(const char *owner);

/** Frees a ledger. */
LEDGER_API void ledger_free(ledger *book);

/** How many ledgers were made and not freed. */
LEDGER_API int ledger_open_count(void);

/** What C makes of the struct. */
LEDGER_API size_t ledger_entry_size(void);

/**
 * Adds an entry.
 * @param book The ledger.
 * @param entry The entry.
 * @param[out] index Where it stands.
 */
LEDGER_API int ledger_append(ledger *book, const struct ledger_entry *entry, size_t *index);

/** An entry, by value. */
LEDGER_API struct ledger_entry ledger_at(const ledger *book, size_t index);

/** The sum of all amounts. */
LEDGER_API long ledger_sum(const ledger *book);

/** Goes through the entries. */
LEDGER_API int ledger_foreach(const ledger *book, ledger_visitor visitor, void *user);

/** Calls a function with each new sum, until it is removed. */
LEDGER_API void ledger_add_watch(ledger *book, ledger_on_sum on, void *user);
LEDGER_API void ledger_remove_watch(ledger *book);

/** The owner and the sum. Free the text with ledger_text_free(). */
LEDGER_API char *ledger_describe(const ledger *book);
LEDGER_API void ledger_text_free(void *text);

/** How many characters a text has. */
LEDGER_API size_t ledger_wide_length(const wchar_t *text);

/** The sum of bytes, each by its place. */
LEDGER_API unsigned long ledger_checksum(const void *data, size_t size);

/** The mean of numbers. */
LEDGER_API double ledger_mean(const double *values, size_t count);

#endif
