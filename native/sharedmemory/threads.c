#include "thread.h"

EXPORT void thread_join(intptr_t thread) {
    pthread_join((pthread_t)thread, NULL);
}
