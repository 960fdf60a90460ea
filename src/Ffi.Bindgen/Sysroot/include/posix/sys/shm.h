#pragma once
#include <sys/ipc.h>
