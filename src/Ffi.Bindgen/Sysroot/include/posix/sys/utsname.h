#pragma once
#if defined(__APPLE__)
struct utsname { char sysname[256], nodename[256], release[256], version[256], machine[256]; };
#else
struct utsname { char sysname[65], nodename[65], release[65], version[65], machine[65], domainname[65]; };
#endif
