// Text in both directions: what arrives is measured and hashed, so that one wrong byte shows.
#include "benchmarktest.h"
#include <stdatomic.h>
#include <stdlib.h>
#include <uchar.h>
#include <wchar.h>

// Texts that were handed out and not yet given back.
static atomic_llong outstanding;

static uint64_t hash_step(uint64_t hash, uint64_t value) { return (hash ^ value) * 1099511628211u; }

// -1 for NULL.
EXPORT int64_t utf8_length(const char *text) { return text ? (int64_t)strlen(text) : -1; }

// FNV-1a over the bytes.
EXPORT uint64_t utf8_hash(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (const unsigned char *at = (const unsigned char *)text; at && *at; at++)
        hash = hash_step(hash, *at);
    return hash;
}

EXPORT int64_t utf16_length(const char16_t *text)
{
    int64_t length = 0;
    while (text && text[length])
        length++;
    return text ? length : -1;
}

EXPORT uint64_t utf16_hash(const char16_t *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; text && *text; text++)
        hash = hash_step(hash, *text);
    return hash;
}

// Lengths weighed by position, so that two texts that changed places change the result.
EXPORT int64_t utf8_weigh_lengths_3(const char *a, const char *b, const char *c)
{
    return utf8_length(a) + 1000 * utf8_length(b) + 1000000 * utf8_length(c);
}

// The lengths of an array of texts, NULL counted as 7; checks the NULL behind the last.
EXPORT int64_t utf8_array_weigh(const char *const *texts, int32_t count)
{
    if (!texts)
        return -1;
    if (texts[count])
        return -2;
    int64_t sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += (i + 1) * (texts[i] ? (int64_t)strlen(texts[i]) : 7);
    return sum;
}

EXPORT int64_t utf16_array_weigh(const char16_t *const *texts, int32_t count)
{
    if (!texts)
        return -1;
    if (texts[count])
        return -2;
    int64_t sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += (i + 1) * (texts[i] ? utf16_length(texts[i]) : 7);
    return sum;
}

static const char *const greetings[] = {"", "plain", "gr\xC3\xBC\xC3\x9F" "e \xF0\x9F\x8C\x8D", "broken \xC3(", NULL};

EXPORT const char *utf8_greeting(int32_t which) { return greetings[which]; }

EXPORT const char16_t *utf16_greeting(int32_t which) { return which == 0 ? u"gr\u00FC\u00DFe" : NULL; }

// A text of the given length that the caller must give back to text_free.
EXPORT char *text_new(int32_t length)
{
    if (length < 0)
        return NULL;
    char *text = malloc((size_t)length + 1);
    memset(text, 'x', (size_t)length);
    text[length] = 0;
    outstanding++;
    return text;
}

EXPORT void text_free(char *text)
{
    if (!text)
        abort();
    outstanding--;
    free(text);
}

EXPORT int64_t text_outstanding(void) { return outstanding; }

// Writes as much of a fixed text as fits, NUL included, and returns the length of the whole.
EXPORT int32_t text_fill(char *target, int32_t capacity)
{
    static const char text[] = "filled by C";
    if (capacity > 0)
    {
        size_t count = (size_t)capacity < sizeof text ? (size_t)capacity - 1 : sizeof text - 1;
        memcpy(target, text, count);
        target[count] = 0;
    }
    return (int32_t)sizeof text - 1;
}

// Two texts by way of pointers, which must be given back to text_free; the second is NULL where its length is negative.
EXPORT int32_t text_new_pair(int32_t first, char **a, char **b, int32_t second)
{
    *a = text_new(first);
    *b = text_new(second);
    if (*a && first > 0)
        (*a)[0] = 'a';
    return first + second;
}

EXPORT void text_new_16(char16_t **text)
{
    static const char16_t greeting[] = u"gr\u00FC\u00DFe";
    *text = (char16_t *)text_new(sizeof greeting);
    memcpy(*text, greeting, sizeof greeting);
}

EXPORT void text_new_then_call(char **text, void (*call)(void))
{
    *text = text_new(3);
    call();
}

// A text that C's own free takes.
EXPORT char *text_malloc(int32_t length)
{
    char *text = malloc((size_t)length + 1);
    memset(text, 'y', (size_t)length);
    text[length] = 0;
    return text;
}

// -1 for NULL.
EXPORT int64_t wide_length(const wchar_t *text) { return text ? (int64_t)wcslen(text) : -1; }

EXPORT uint64_t wide_hash(const wchar_t *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; text && *text; text++)
        hash = hash_step(hash, (uint64_t)*text);
    return hash;
}

EXPORT int64_t wide_array_weigh(const wchar_t *const *texts, int32_t count)
{
    if (!texts)
        return -1;
    if (texts[count])
        return -2;
    int64_t sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += (i + 1) * (texts[i] ? (int64_t)wcslen(texts[i]) : 7);
    return sum;
}

EXPORT const wchar_t *wide_greeting(int32_t which)
{
    static wchar_t broken[] = {L'a', 0, L'b', 0};
    if (sizeof(wchar_t) == 4)
        broken[1] = (wchar_t)0x110000;
    return which == 0 ? L"" : which == 1 ? L"gr\u00FC\u00DFe \U0001F30D" : which == 2 ? broken : NULL;
}

// A wide text that must be given back to text_free.
EXPORT void wide_new(wchar_t **text)
{
    static const wchar_t greeting[] = L"gr\u00FC\u00DFe \U0001F30D";
    *text = (wchar_t *)text_new(sizeof greeting);
    memcpy(*text, greeting, sizeof greeting);
}

EXPORT int32_t wide_call(int32_t (*receive)(const wchar_t *text)) { return receive(wide_greeting(1)); }
