#pragma once
#include <crtdefs.h>
