// A buffer that C keeps between calls.
#include "benchmarktest.h"

static const int32_t *kept;

EXPORT void keep_buffer(const int32_t *buffer) { kept = buffer; }
EXPORT int32_t read_kept(int32_t index) { return kept[index]; }
