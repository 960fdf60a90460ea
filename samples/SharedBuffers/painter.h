/* A painter, written in C#. Its memory is its own: take a block, have it drawn to, give it back. */
#ifndef PAINTER_H
#define PAINTER_H

#include <stdint.h>

enum { PAINTER_DONE = 0, PAINTER_NOT_OUT = -1, PAINTER_TOO_SMALL = -2 };

/* Zeroed memory, the caller's until painter_deallocate; NULL where there is none. */
void *painter_allocate(int32_t bytes);

/* PAINTER_NOT_OUT, and nothing changed, where the block was given back already, or is none. */
int32_t painter_deallocate(void *block);

/* Draws to a block: a byte a pixel, row by row. */
int32_t painter_draw(void *block, int32_t width, int32_t height);

/* How many blocks, and bytes, have not been given back. */
int32_t painter_count(int64_t *bytes);

#endif
