#pragma once
#include <sys/types.h>
struct passwd {
    char *pw_name, *pw_passwd;
    uid_t pw_uid;
    gid_t pw_gid;
#if defined(__APPLE__)
    time_t pw_change;
    char *pw_class;
#endif
    char *pw_gecos, *pw_dir, *pw_shell;
#if defined(__APPLE__)
    time_t pw_expire;
#endif
};
