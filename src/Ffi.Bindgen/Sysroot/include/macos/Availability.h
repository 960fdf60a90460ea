#pragma once
#include <AvailabilityMacros.h>
#define __MAC_OS_X_VERSION_MIN_REQUIRED 110000
#define __MAC_OS_X_VERSION_MAX_ALLOWED 150000
#define __OSX_AVAILABLE_STARTING(mac, ios)
#define __OSX_AVAILABLE_BUT_DEPRECATED(mac, mac_deprecated, ios, ios_deprecated)
#define __API_AVAILABLE(...)
#define __API_DEPRECATED(...)
#define __API_UNAVAILABLE(...)
#define API_AVAILABLE(...)
#define API_DEPRECATED(...)
#define API_UNAVAILABLE(...)
