// Signals of somebody else's, while calls leave error numbers behind.
#include "benchmarktest.h"

#ifdef _WIN32
EXPORT int32_t signals_start(void) { return -1; }
EXPORT int64_t signals_stop(void) { return 0; }
#else
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

// The run time has SIGRTMIN for itself, and nobody here has SIGUSR2.
enum { SIGNAL = SIGUSR2 };

static pthread_t target, sender;
static atomic_llong delivered;
static atomic_bool stopping;

// What a handler may do: calls that fail, and errno put back as it was.
static void handle(int signal)
{
    (void)signal;
    int error = errno;
    close(-1);
    delivered++;
    errno = error;
}

static void *send(void *unused)
{
    (void)unused;
    while (!stopping)
    {
        pthread_kill(target, SIGNAL);
        usleep(10);
    }
    return NULL;
}

// Sends signals to the calling thread until signals_stop.
EXPORT int32_t signals_start(void)
{
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    target = pthread_self();
    delivered = 0;
    stopping = false;
    return sigaction(SIGNAL, &action, NULL) == 0 ? pthread_create(&sender, NULL, send, NULL) : -1;
}

// Returns how many were delivered.
EXPORT int64_t signals_stop(void)
{
    stopping = true;
    pthread_join(sender, NULL);
    signal(SIGNAL, SIG_IGN);
    return delivered;
}
#endif
