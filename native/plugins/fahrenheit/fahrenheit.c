/* The first version: it has no plugin_unit. */
#include "../plugin.h"

static const struct plugin_host *host;

const char *plugin_name(void) {
    return "fahrenheit";
}

int plugin_start(const struct plugin_host *given) {
    host = given;
    host->log(host->user, "fahrenheit is ready");
    return 0;
}

void plugin_stop(void) {
    host->log(host->user, "fahrenheit says goodbye");
}

double plugin_convert(double celsius) {
    return celsius * 9 / 5 + 32;
}
