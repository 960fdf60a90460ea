/* The second version, which replaces the first while the host runs. It asks the host for a setting, and has a unit. */
#include "../plugin.h"

static const struct plugin_host *host;
static double offset;

const char *plugin_name(void) {
    return "kelvin";
}

const char *plugin_unit(void) {
    return "K";
}

int plugin_start(const struct plugin_host *given) {
    host = given;
    offset = host->setting(host->user, "kelvin.offset", 0);
    if (offset <= 0) {
        host->log(host->user, "kelvin needs the setting kelvin.offset");
        return 1;
    }

    host->log(host->user, "kelvin is ready");
    return 0;
}

void plugin_stop(void) {
    host->log(host->user, "kelvin says goodbye");
}

double plugin_convert(double celsius) {
    return celsius + offset;
}
