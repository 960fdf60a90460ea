#pragma once
#include <crtdefs.h>
#define __MINGW_EXTENSION __extension__
