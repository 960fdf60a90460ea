/* What a plugin of samples/PluginHost is: a library with these functions. */
#ifndef PLUGIN_H
#define PLUGIN_H

#ifdef _WIN32
#define PLUGIN_EXPORT __declspec(dllexport)
#else
#define PLUGIN_EXPORT __attribute__((visibility("default")))
#endif

/* What the host does for a plugin. Valid from plugin_start until plugin_stop returns. */
struct plugin_host {
    void (*log)(void *user, const char *text);
    double (*setting)(void *user, const char *name, double otherwise);
    void *user;
};

PLUGIN_EXPORT const char *plugin_name(void);

/* Returns 0, or the plugin is not used. */
PLUGIN_EXPORT int plugin_start(const struct plugin_host *host);
PLUGIN_EXPORT void plugin_stop(void);

/* Any thread may call it, at any time. */
PLUGIN_EXPORT double plugin_convert(double celsius);

/* Newer plugins have it. */
PLUGIN_EXPORT const char *plugin_unit(void);

#endif
