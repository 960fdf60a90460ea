#pragma once
#include <stddef.h>
#include <stdint.h>
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
