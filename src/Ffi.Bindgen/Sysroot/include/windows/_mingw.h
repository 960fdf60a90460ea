#pragma once
#include <crtdefs.h>
#define __MINGW_EXTENSION __extension__
#define __MINGW64_VERSION_MAJOR 10
