// The bytes of any struct, whatever it is made of.
#include "benchmarktest.h"

// Texts are pointers, so their place in the copy has what they say. Each of the texts is twice its offset, and one more where it is UTF-16.
EXPORT void layout_copy(const void *s, uint8_t *target, int32_t size, const int32_t *texts, int32_t count)
{
    memcpy(target, s, (size_t)size);
    for (int32_t i = 0; i < count; i++)
    {
        int32_t offset = texts[i] >> 1, unit = texts[i] & 1 ? 2 : 1;
        const uint8_t *text;
        memcpy(&text, (const uint8_t *)s + offset, sizeof text);
        uint64_t hash = text == NULL ? 0 : 1469598103934665603u;
        for (; text != NULL && (text[0] != 0 || (unit == 2 && text[1] != 0)); text += unit)
        {
            for (int32_t j = 0; j < unit; j++)
            {
                hash = (hash ^ text[j]) * 1099511628211u;
            }
        }

        memcpy(target + offset, &hash, sizeof hash);
    }
}

EXPORT void layout_fill(void *s, const uint8_t *source, int32_t size)
{
    memcpy(s, source, (size_t)size);
}
