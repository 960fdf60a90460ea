/* A C program that has C# draw for it. */
#include <stdio.h>

#include "painter.h"

static void tell(const char *what) {
    int64_t bytes;
    int32_t count = painter_count(&bytes);
    printf("%s: %d blocks, %d bytes out\n", what, (int)count, (int)bytes);
}

int main(void) {
    enum { WIDTH = 21, HEIGHT = 9 };
    char *picture = painter_allocate(WIDTH * HEIGHT);
    void *other = painter_allocate(100);
    tell("allocated");

    if (painter_draw(picture, WIDTH, HEIGHT) != PAINTER_DONE) {
        return 1;
    }

    for (int row = 0; row < HEIGHT; row++) {
        printf("%.*s\n", WIDTH, picture + row * WIDTH);
    }

    printf("draw to too small a block: %d\n", (int)painter_draw(other, WIDTH, HEIGHT));
    printf("draw to memory of our own: %d\n", (int)painter_draw(&picture, 1, 1));
    printf("give back: %d\n", (int)painter_deallocate(picture));
    tell("gave one back");
    printf("give back again: %d\n", (int)painter_deallocate(picture));
    printf("give back garbage: %d\n", (int)painter_deallocate((void *)12345));
    printf("give back the middle of a block: %d\n", (int)painter_deallocate((char *)other + 40));
    printf("give back: %d\n", (int)painter_deallocate(other));
    tell("gave all back");
    return 0;
}
