/* Threads and processes for the fixtures, the little of them that is needed. */
#ifndef THREAD_H
#define THREAD_H

#include <stdint.h>

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

#include <pthread.h>

/* Starts a thread that the caller joins with thread_join. */
static inline intptr_t thread_start(void *(*run)(void *), void *argument) {
    pthread_t thread;
    return pthread_create(&thread, NULL, run, argument) == 0 ? (intptr_t)thread : 0;
}

#endif
